/** What a panel asks of the room around it: to show another panel, or to put a block on the board. */
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';
import type { BlockKind } from '../../../shared/notes/blocks.ts';
import { SlidesAsked } from '../slides/slides-event.ts';
import type { Tab } from './panel-tabs.ts';

export class ShowPanel extends Event {
  static readonly type = 'plenary-show-panel';
  readonly tab: Tab;

  constructor(tab: Tab) {
    super(ShowPanel.type, { bubbles: true, composed: true });
    this.tab = tab;
  }
}

/** A finished block, at the end of that item's section. */
export interface BoardBlock {
  readonly item: AgendaItemId | null;
  readonly kind: BlockKind;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export class ToBoard extends Event {
  static readonly type = 'plenary-to-board';
  readonly block: BoardBlock;
  /** Set by the room when it stands there. */
  taken = false;

  constructor(block: BoardBlock) {
    super(ToBoard.type, { bubbles: true, composed: true });
    this.block = block;
  }
}

/** The room hears what its panels ask. */
export const hearPanels = (
  room: EventTarget,
  {
    show,
    put,
    slides,
  }: {
    readonly show: (tab: Tab) => void;
    readonly put: (block: BoardBlock) => boolean;
    readonly slides: (item: AgendaItemId) => void;
  },
): void => {
  room.addEventListener(ShowPanel.type, (event) => event instanceof ShowPanel && show(event.tab));
  room.addEventListener(SlidesAsked.type, (event) => event instanceof SlidesAsked && slides(event.item));
  room.addEventListener(ToBoard.type, (event) => {
    if (event instanceof ToBoard) event.taken = put(event.block);
  });
};
