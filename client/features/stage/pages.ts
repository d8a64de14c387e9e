/** The pages of the grid: which tiles are on one. Pure. */

/** The page nearest to the one wished for, counted from 0, and how many there are. */
export const pageOf = <Tile>(
  tiles: readonly Tile[],
  wished: number,
  size: number,
): { readonly tiles: readonly Tile[]; readonly page: number; readonly pages: number } => {
  const pages = Math.max(1, Math.ceil(tiles.length / size));
  const page = Math.min(Math.max(0, wished), pages - 1);
  return { tiles: tiles.slice(page * size, (page + 1) * size), page, pages };
};
