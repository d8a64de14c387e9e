/** The columns of the tables, with the other names by which people call them. Owns the names; must not know rows. */
const POSITIONS = 8;

const perPosition = Array.from({ length: POSITIONS }, (_, at) => at + 1).flatMap((n) => [
  `position_${n}_en`,
  `position_${n}_zh`,
  `organization_${n}_en`,
  `organization_${n}_zh`,
  `position_${n}_from`,
  `position_${n}_until`,
]);

export const PERSON_COLUMNS: readonly string[] = [
  'id',
  'family_name',
  'given_name',
  'name_order',
  'chinese_family_name',
  'chinese_given_name',
  'name',
  'other_names',
  'honorific',
  'chinese_honorific',
  'email',
  ...perPosition,
  'orcid',
  'isni',
  'wikidata',
];

export const ORGANIZATION_COLUMNS: readonly string[] = [
  'id',
  'name_en',
  'name_zh',
  'abbreviation_en',
  'abbreviation_zh',
  'other_names',
  'country',
  'ror',
  'isni',
  'wikidata',
  'uscc',
];

const OTHER_NAMES: Readonly<Record<string, string>> = {
  surname: 'family_name',
  last_name: 'family_name',
  first_name: 'given_name',
  full_name: 'name',
  chinese_name: 'chinese_name',
  中文姓名: 'chinese_name',
  姓名: 'name',
  英文姓名: 'name_latin',
  姓: 'chinese_family_name',
  名: 'chinese_given_name',
  称谓: 'honorific',
  中文称谓: 'chinese_honorific',
  别名: 'other_names',
  曾用名: 'other_names',
  国家代码: 'country',
  title: 'honorific',
  mail: 'email',
  'e-mail': 'email',
  邮箱: 'email',
  电子邮箱: 'email',
  position: 'position_1_en',
  职务: 'position_1_zh',
  organization: 'organization_1_en',
  organisation: 'organization_1_en',
  单位: 'organization_1_zh',
  机构: 'organization_1_zh',
  name_english: 'name_en',
  机构名称: 'name_zh',
  英文名称: 'name_en',
  简称: 'abbreviation_zh',
  英文简称: 'abbreviation_en',
};

/** Names in one piece, which may stand beside or instead of the parts. */
const IN_ONE_PIECE = new Set(['chinese_name', 'name_latin']);
/** What a report of faults adds; ignored when it comes back. */
export const FAULT_COLUMN = 'faults';

/** Each heading's column; null for one that is not known, which is left out and named in the preview. */
export const columnsOf = (kind: 'person' | 'organization', headings: readonly string[]): readonly (string | null)[] => {
  const known = kind === 'person' ? PERSON_COLUMNS : ORGANIZATION_COLUMNS;
  return headings.map((heading) => {
    const plain = heading.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_');
    const other = Object.hasOwn(OTHER_NAMES, plain) ? (OTHER_NAMES[plain] ?? plain) : plain;
    if (kind === 'organization' && plain === 'name') return 'name_en';
    if (kind === 'organization' && other === 'organization_1_zh') return 'name_zh';
    return known.includes(other) || (kind === 'person' && IN_ONE_PIECE.has(other)) ? other : null;
  });
};
