// Two workshops made up by someone who had not read the composer: what an editor demands of their drafts.
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/update/compose.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const ENGLISH = compose({
  ...workshopOf(fileAt('tests/fixtures/workshops/independent-en.json')),
  language: 'en',
});
const CHINESE = compose({
  ...workshopOf(fileAt('tests/fixtures/workshops/independent-zh.json')),
  language: 'zh-Hans',
});

const inOrder = (text: string, facts: readonly string[]): void => {
  const places = facts.map((fact) => text.indexOf(fact));
  expect(facts.filter((_, at) => places[at] === -1)).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
};

describe('a workshop of West African fish traders, without a convener', () => {
  const text = toMarkdown(ENGLISH);

  it('carries its facts in the order of an article', () => {
    inOrder(text, [
      'On October 14, 2025,',
      "the Harbour Women's Network (HWN), together with the Lisbon Institute for Coastal Fisheries, held",
      'Representatives of the Tema Cold Stores Cooperative and the Cotonou Port Health Office attended',
      'supported by the North Shore Fund',
      'Traders unload a canoe at Keta',
      'Photo by Efua Sarpong, HWN',
      'The workshop looked at how landing sites can lose less fish',
      'Only three of the region',
      'Dr. João Ferreira, Senior Researcher of the Lisbon Institute for Coastal Fisheries, gave a presentation on where',
      "26% of the canoe catch is lost before sale (source: Harbour Women's Network, 2024 landing survey).",
      'Mr. Kofi Agbeko, Manager of the Tema Cold Stores Cooperative, gave a presentation on what',
      'Participants discussed which landing sites',
      '“Ice is cheaper than rotten fish.”',
      'Ms. Abena Mensah, Coordinator of HWN,',
      '“A cold box that stays in the city keeps nothing cold.”',
      'Clarisse Dossou, Inspector of the Cotonou Port Health Office,',
      'Participants agreed that ice plants should be owned',
      'It was decided that the first two ice plants will be built',
      'Dr. Ferreira, due by November 28, 2025: Publish the loss survey',
      'Clarisse Dossou: Test the water at both sites.',
      'Looking ahead, the partners will meet again in January 2026',
      'links fish traders at landing sites in Ghana',
    ]);
  });

  it('keeps what was said off the record out of the article and says so', () => {
    expect(text).not.toMatch(/spring nets|debt/i);
    expect(ENGLISH.leftOut).toEqual([expect.objectContaining({ source: 'block:x1', reason: 'offTheRecord' })]);
  });

  it('never weaves words in the first person into a sentence of the writer', () => {
    expect(text).not.toMatch(/that (I|we|our|my)\b/i);
    expect(text).toContain("as follows: Our traders walk two hours for ice. We can't wait for another study.");
  });

  it('names nobody twice when a later sentence of a note names its speaker', () => {
    expect(text).toContain('We sell every block by noon. The power bill is my biggest worry. Mr. Agbeko said, “Ice');
  });
});

describe('a workshop of county museums, held in Chinese', () => {
  const text = toMarkdown(CHINESE);

  it('carries its facts in the order of a Chinese news item', () => {
    expect([...CHINESE.headline.text].length).toBeLessThanOrEqual(20);
    inOrder(text, [
      '6月5日（北京时间），由云岭文化遗产保护中心和江南文博学会主办、禾禾公益基金会协办、县域博物馆协作联盟召集的',
      '“县级博物馆藏品预防性保护线上研讨会”举办。',
      '会议得到青石基金会的支持。',
      '会议聚焦县级博物馆如何以有限经费做好藏品日常保护。',
      '据《县域博物馆发展报告》数据，',
      '波尔图文物保护实验室纸质文物保护负责人Inês Rocha博士就',
      '临溪县博物馆馆长唐启明就',
      '与会代表围绕县级博物馆如何共享温湿度监测数据展开讨论。',
      'Inês Rocha指出，密封盒',
      'Inês Rocha说：“预防比修复便宜得多。”',
      '唐启明的发言记录如下：我们馆只有两名库管员。',
      '云岭文化遗产保护中心副主任沈若兰认为，监测数据应当公开',
      '与会代表一致认为，预防性保护',
      '会上有代表建议，由协作联盟统一采购温湿度记录仪。',
      '会议决定，在五家县级博物馆先行试点数据共享。',
      '下一步，协作联盟将于9月举办库房改造培训班。',
    ]);
  });

  it('says nothing twice', () => {
    expect(text).not.toContain('在线举办');
    expect(text).not.toContain('沈若兰认为，沈若兰');
    expect(text).not.toMatch(/。。|，，/);
  });
});

describe('the demo in Chinese', () => {
  it('keeps to Chinese names after their first mention', () => {
    const demo = workshopOf(fileAt('server/demo/first-online-workshop.json'));
    const text = toMarkdown(compose({ ...demo, language: 'zh-Hans' }));
    expect(text).toContain('由能源基金会（EF China）和自然资源保护协会（NRDC）主办');
    expect(text).toContain('会议得到能源基金会和气候工作基金会的支持。');
  });
});
