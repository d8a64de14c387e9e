// A table of people as an institution keeps one: both scripts, two positions, organizations shared by many; every fiftieth row has a fault.
const FAMILIES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈';
const GIVEN = '京高志明芳娜敏静丽强磊洋艳勇军杰娟涛超秀英霞平刚桂兰华建国文斌宇浩轩然雨欣怡佳琪梓涵博思';
const SYLLABLES = 'jing gao zhi ming fang na min li qiang lei yang yan yong jun jie juan tao chao ying xia ping'.split(
  ' ',
);
const CITIES = 'Beijing Shanghai Shenzhen Chengdu Wuhan Xiamen Hangzhou Nanjing'.split(' ');
const CHINESE_CITIES = '北京 上海 深圳 成都 武汉 厦门 杭州 南京'.split(' ');

const pick = <T>(all: ArrayLike<T>, at: number): T => all[at % all.length] as T;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const HEADINGS =
  'family_name,given_name,name_order,chinese_family_name,chinese_given_name,honorific,email,position_1_en,position_1_zh,organization_1_en,organization_1_zh,position_2_en,organization_2_en';

const person = (at: number): string => {
  const given = capital(pick(SYLLABLES, at * 7) + pick(SYLLABLES, at * 3 + 1));
  const han = pick(GIVEN, at * 11) + pick(GIVEN, at * 5 + 2);
  const place = at % 200;
  const email = at % 50 === 49 ? 'not an address' : `person${at}@example.org`;
  return [
    capital(pick(SYLLABLES, at)),
    given,
    'family-first',
    pick(FAMILIES, at * 13),
    han,
    pick(['ms', 'mr', 'dr', 'prof'], at),
    email,
    'Deputy Director of the Climate and Energy Program',
    '气候与能源项目副主任',
    `${pick(CITIES, place)} Institute of Low-carbon Development ${place}`,
    `${pick(CHINESE_CITIES, place)}低碳发展研究院${place}`,
    'Member of the Expert Committee',
    `National Platform for City Emission Peaking ${place % 20}`,
  ].join(',');
};

/** `rows` people, of whom every fiftieth bears an address that is none. */
export const tableOfPeople = (rows: number): string =>
  `${[HEADINGS, ...Array.from({ length: rows }, (_, at) => person(at))].join('\n')}\n`;
