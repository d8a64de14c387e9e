/** A person as a form holds it, and back: text in every field, faults at the fields they are about. Owns the checks; the server checks again. */
import { readExternalId, SCHEMES_OF_PEOPLE } from '../../../shared/directory/external-ids.ts';
import type { DirectoryPerson, DirectoryPosition } from '../../../shared/directory/entries.ts';
import { isDate, isInOrder } from '../../../shared/directory/period.ts';
import { HONORIFICS, type Honorific, type PersonName } from '../../../shared/directory/person.ts';
import type { DirectoryId, FileId } from '../../../shared/kernel/ids.ts';
import { emailAddress } from '../../../shared/protocol/account-schemas.ts';
import { linesOf, localOf, type Checked, type FieldFaults } from './draft.ts';

export interface PositionDraft {
  readonly en: string;
  readonly zh: string;
  readonly organization: DirectoryId | null;
  readonly from: string;
  readonly until: string;
}

export interface PersonDraft {
  readonly kind: 'person';
  readonly family: string;
  readonly given: string;
  readonly order: 'family-first' | 'given-first';
  readonly hanFamily: string;
  readonly hanGiven: string;
  readonly asWritten: string;
  readonly aliases: string;
  readonly honorific: string;
  readonly chineseHonorific: string;
  readonly email: string;
  readonly orcid: string;
  readonly isni: string;
  readonly wikidata: string;
  readonly positions: readonly PositionDraft[];
  readonly portrait: FileId | null;
}

export const NO_POSITION: PositionDraft = { en: '', zh: '', organization: null, from: '', until: '' };

export const personDraft = (person: Omit<DirectoryPerson, 'id'> | null): PersonDraft => {
  const { latin, han, asWritten } = person?.name ?? {};
  const value = (scheme: string): string => person?.externalIds.find((one) => one.scheme === scheme)?.value ?? '';
  return {
    kind: 'person',
    family: latin?.family ?? '',
    given: latin?.given ?? '',
    order: latin?.order ?? 'family-first',
    hanFamily: han?.family ?? '',
    hanGiven: han?.given ?? '',
    asWritten: asWritten ?? '',
    aliases: person?.aliases?.join('\n') ?? '',
    honorific: person?.honorific ?? '',
    chineseHonorific: person?.chineseHonorific ?? '',
    email: person?.email ?? '',
    orcid: value('orcid'),
    isni: value('isni'),
    wikidata: value('wikidata'),
    positions: (person?.positions ?? []).map(({ title, organization, from, until }) => ({
      en: title.en ?? '',
      zh: title['zh-Hans'] ?? '',
      organization: organization ?? null,
      from: from ?? '',
      until: until ?? '',
    })),
    portrait: person?.portrait ?? null,
  };
};

const honorificOf = (text: string): Honorific | undefined => HONORIFICS.find((one) => one === text);

const nameOf = (draft: PersonDraft, faults: FieldFaults): PersonName => {
  const [family, given] = [draft.family.trim(), draft.given.trim()];
  const [hanFamily, hanGiven] = [draft.hanFamily.trim(), draft.hanGiven.trim()];
  const asWritten = draft.asWritten.trim();
  if (family !== '' && given === '') faults['given'] = 'halfName';
  if (hanFamily !== '' && hanGiven === '') faults['hanGiven'] = 'halfName';
  if (hanGiven !== '' && hanFamily === '') faults['hanFamily'] = 'halfName';
  if (family + given + hanFamily + hanGiven + asWritten === '') faults['given'] = 'noName';
  return {
    ...(given !== '' && { latin: { ...(family !== '' && { family }), given, order: draft.order } }),
    ...(hanFamily !== '' && hanGiven !== '' && { han: { family: hanFamily, given: hanGiven } }),
    ...(asWritten !== '' && { asWritten }),
  };
};

const positionOf = (one: PositionDraft, at: number, faults: FieldFaults): readonly DirectoryPosition[] => {
  const title = localOf(one);
  const [from, until] = [one.from.trim(), one.until.trim()];
  const period = { ...(from !== '' && { from }), ...(until !== '' && { until }) };
  if (from !== '' && !isDate(from)) faults[`positions.${at}.from`] = 'badDate';
  if (until !== '' && !isDate(until)) faults[`positions.${at}.until`] = 'badDate';
  else if (!isInOrder(period)) faults[`positions.${at}.until`] = 'badPeriod';
  if (one.organization === null && Object.keys(title).length === 0) {
    // A row that was added and left empty is no position; one with a date alone has lost its title.
    if (from + until !== '') faults[`positions.${at}.en`] = 'noTitle';
    return [];
  }
  return [{ title, ...(one.organization !== null && { organization: one.organization }), ...period }];
};

export const personOf = (draft: PersonDraft): Checked<Omit<DirectoryPerson, 'id'>> => {
  const faults: FieldFaults = {};
  const name = nameOf(draft, faults);
  const email = draft.email.trim();
  if (email !== '' && !emailAddress.safeParse(email).success) faults['email'] = 'badEmail';
  const externalIds = SCHEMES_OF_PEOPLE.flatMap((scheme) => {
    if (draft[scheme].trim() === '') return [];
    const value = readExternalId(scheme, draft[scheme]);
    if (value === null) faults[scheme] = 'badIdentifier';
    return value === null ? [] : [{ scheme, value }];
  });
  const positions = draft.positions.flatMap((one, at) => positionOf(one, at, faults));
  const aliases = linesOf(draft.aliases);
  if (aliases.length > 20) faults['aliases'] = 'tooMany';
  const [honorific, chineseHonorific] = [honorificOf(draft.honorific), honorificOf(draft.chineseHonorific)];
  const wish = {
    kind: 'person' as const,
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(honorific && { honorific }),
    ...(chineseHonorific && { chineseHonorific }),
    positions,
    ...(email !== '' && { email }),
    externalIds,
    ...(draft.portrait !== null && { portrait: draft.portrait }),
  };
  return { wish, faults };
};
