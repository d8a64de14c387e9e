/** Checks what a shape cannot: ids are unique, references are known, times are times and in order. Owns no shape. */
import { timeOf, isZone } from './times.ts';
import type { FileFaultCode, Path } from './faults.ts';
import type { WorkshopFile } from './schema.ts';

export interface Found {
  readonly path: Path;
  readonly code: FileFaultCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Repeated ids of one list, and the set of them. */
const idsOf = (path: Path, list: readonly { readonly id: string }[], found: Found[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  list.forEach(({ id }, at) => {
    if (seen.has(id)) found.push({ path: [...path, at, 'id'], code: 'file/duplicateId', details: { id } });
    seen.add(id);
  });
  return seen;
};

export const checkReferences = (file: WorkshopFile): readonly Found[] => {
  const found: Found[] = [];
  const { brief, roster = {}, agenda = [], held } = file;
  const organizations = idsOf(['roster', 'organizations'], roster.organizations ?? [], found);
  const people = idsOf(['roster', 'people'], roster.people ?? [], found);
  const groups = idsOf(['roster', 'groups'], roster.groups ?? [], found);
  const items = idsOf(['agenda'], agenda, found);
  const known = (path: Path, id: string | null | undefined, among: ReadonlySet<string>): void => {
    if (id !== undefined && id !== null && !among.has(id))
      found.push({ path, code: 'file/unknownReference', details: { id } });
  };
  const each = (path: Path, list: readonly string[] | undefined, among: ReadonlySet<string>): void =>
    list?.forEach((id, at) => known([...path, at], id, among));

  if (!isZone(brief.timeZone))
    return [...found, { path: ['brief', 'timeZone'], code: 'file/badZone', details: { zone: brief.timeZone } }];
  const time = (path: Path, text: string | undefined): number | null => {
    const at = text === undefined ? null : timeOf(text, brief.timeZone);
    if (text !== undefined && at === null) found.push({ path, code: 'file/badTime', details: { time: text } });
    return at;
  };
  const inOrder = (path: Path, from: number | null, until: number | null): void => {
    if (from !== null && until !== null && until < from) found.push({ path, code: 'file/badOrder' });
  };

  each(['brief', 'hosts'], brief.hosts, organizations);
  each(['brief', 'coHosts'], brief.coHosts, organizations);
  each(['brief', 'supporters'], brief.supporters, organizations);
  known(['brief', 'convener'], brief.convener, organizations);
  inOrder(['brief', 'endsAt'], time(['brief', 'startsAt'], brief.startsAt), time(['brief', 'endsAt'], brief.endsAt));
  roster.people?.forEach((one, at) =>
    one.positions?.forEach((position, nth) =>
      known(['roster', 'people', at, 'positions', nth, 'organization'], position.organization, organizations),
    ),
  );
  roster.groups?.forEach((one, at) => {
    known(['roster', 'groups', at, 'of'], one.of, organizations);
    each(['roster', 'groups', at, 'named'], one.named, organizations);
  });
  roster.attending?.forEach((one, at) =>
    'group' in one
      ? known(['roster', 'attending', at, 'group'], one.group, groups)
      : known(['roster', 'attending', at, 'organization'], one.organization, organizations),
  );
  agenda.forEach((item, at) =>
    item.presenters?.forEach((one, nth) =>
      'person' in one
        ? known(['agenda', at, 'presenters', nth, 'person'], one.person, people)
        : known(['agenda', at, 'presenters', nth, 'organization'], one.organization, organizations),
    ),
  );
  if (held === undefined) return found;

  const begun = time(['held', 'begunAt'], held.begunAt);
  const ended = time(['held', 'endedAt'], held.endedAt);
  inOrder(['held', 'endedAt'], begun, ended);
  /** A stretch lies within the session; those of one list may not overlap when `apart`. */
  const stretches = (
    name: 'items' | 'speeches' | 'visits',
    list: readonly { readonly from: string; readonly until?: string | undefined }[],
    apart: boolean,
  ): void => {
    let last = begun;
    list.forEach((one, at) => {
      const from = time(['held', name, at, 'from'], one.from);
      const until = time(['held', name, at, 'until'], one.until);
      if (apart) {
        inOrder(['held', name, at, 'from'], last, from);
        inOrder(['held', name, at, 'until'], until, ended);
        last = until;
      }
      inOrder(['held', name, at, 'until'], from, until);
    });
  };
  stretches('items', held.items ?? [], true);
  stretches('speeches', held.speeches ?? [], true);
  stretches('visits', held.visits ?? [], false);
  held.items?.forEach((one, at) => known(['held', 'items', at, 'item'], one.item, items));
  held.visits?.forEach((one, at) => known(['held', 'visits', at, 'person'], one.person, people));
  const visitors = new Set(held.visits?.map((one) => one.person));
  held.speeches?.forEach((one, at) => {
    known(['held', 'speeches', at, 'person'], one.person, people);
    if (people.has(one.person) && !visitors.has(one.person)) {
      found.push({
        path: ['held', 'speeches', at, 'person'],
        code: 'file/speakerWithoutVisit',
        details: { id: one.person },
      });
    }
  });
  const blocks = new Set<string>();
  held.board?.forEach((section, at) => {
    known(['held', 'board', at, 'item'], section.item, items);
    section.blocks.forEach((one, nth) => {
      const path = ['held', 'board', at, 'blocks', nth];
      if (blocks.has(one.id)) found.push({ path: [...path, 'id'], code: 'file/duplicateId', details: { id: one.id } });
      blocks.add(one.id);
      if ('person' in one) known([...path, 'person'], one.person, people);
      if ('owner' in one) known([...path, 'owner'], one.owner, people);
    });
  });
  return found;
};
