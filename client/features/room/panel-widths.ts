/** The folds and widths of the side panels, as they are kept between visits. Pure. Must not know what the panels show. */
export interface Panel {
  readonly open: boolean;
  /** CSS px. */
  readonly width: number;
}
export interface Panels {
  readonly left: Panel;
  readonly right: Panel;
}
export type Side = keyof Panels;

export const LIMITS: Readonly<Record<Side, { readonly least: number; readonly most: number }>> = {
  left: { least: 220, most: 480 },
  right: { least: 280, most: 900 },
};
const USUAL: Panels = { left: { open: true, width: 280 }, right: { open: true, width: 420 } };

export const within = (side: Side, width: number): number =>
  Math.round(Math.min(LIMITS[side].most, Math.max(LIMITS[side].least, width)));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const readPanel = (kept: unknown, side: Side): Panel => {
  if (!isObject(kept)) return USUAL[side];
  const { open, width } = kept;
  return {
    open: typeof open === 'boolean' ? open : USUAL[side].open,
    width: typeof width === 'number' && Number.isFinite(width) ? within(side, width) : USUAL[side].width,
  };
};

/** From what was kept as text; whatever else stands there is passed over for the usual widths. */
export const readPanels = (kept: string | null): Panels => {
  let both: unknown = null;
  try {
    both = JSON.parse(kept ?? 'null');
  } catch {
    // Not ours.
  }
  const panels = isObject(both) ? both : {};
  return { left: readPanel(panels['left'], 'left'), right: readPanel(panels['right'], 'right') };
};
