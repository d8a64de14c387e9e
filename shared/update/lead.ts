/** The lead: day, organizers, event; which bodies were there; who supported it. Who was counted and who chaired: attendance.ts. */
import { eventDay } from '../directory/dates.ts';
import type { Instant, OrganizationId } from '../kernel/ids.ts';
import { textIn } from '../kernel/language.ts';
import type { Group } from '../directory/person.ts';
import type { ArticlePart, Sentence, SourceId } from './article.ts';
import { chaired, counted } from './attendance.ts';
import { eventOf } from './headline.ts';
import { organizationFact } from './mentions.ts';
import { block, fact, logged } from './sources.ts';
import { blocksOf, paragraph, type Writing } from './writing.ts';

const sessionTimes = ({
  state,
}: Writing): { readonly from: Instant; readonly until: Instant; readonly held: boolean } | null => {
  if (state.session.phase !== 'scheduled') {
    const from = state.session.begunAt;
    return { from, until: state.session.phase === 'ended' ? state.session.endedAt : from, held: true };
  }
  const from = state.brief.startsAt;
  return from === undefined ? null : { from, until: state.brief.endsAt ?? from, held: false };
};

const sessionSources = (writing: Writing, held: boolean): readonly SourceId[] =>
  held
    ? writing.entries
        .filter((entry) =>
          entry.events.some((event) => event.type === 'session/begun' || event.type === 'session/ended'),
        )
        .map((entry) => logged(entry.seq))
    : [fact('brief', 'startsAt')];

const opening = (writing: Writing): Sentence => {
  const { brief } = writing.state;
  const { event, sources } = eventOf(writing);
  const times = sessionTimes(writing);
  if (times === null)
    writing.missing.push({ code: 'noDate', where: { place: 'brief', source: fact('brief', 'startsAt') } });
  if (brief.hosts.length === 0)
    writing.missing.push({ code: 'noHosts', where: { place: 'brief', source: fact('brief', 'hosts') } });
  const name = (id: OrganizationId): string => writing.mentions.organization(id);
  const conveners = brief.convener === undefined ? [] : [brief.convener];
  const named = writing.language === 'en' && conveners.length > 0 ? { convener: conveners.map(name)[0] ?? null } : null;
  const hosts = brief.hosts.map(name);
  const coHosts = brief.coHosts.map(name);
  const tell = writing.lead === 'event' ? writing.phrases.leadWithEvent : writing.phrases.lead;
  const text = tell({
    day:
      times === null ? null : eventDay(times.from, times.until, brief.timeZone, writing.language, writing.style.dates),
    hosts,
    coHosts,
    convener: named === null ? (conveners.map(name)[0] ?? null) : named.convener,
    event,
    begun: writing.begun,
  });
  const organizations = [...brief.hosts, ...brief.coHosts, ...conveners].map(organizationFact);
  const roles = [
    ...(brief.hosts.length > 0 ? [fact('brief', 'hosts')] : []),
    ...(brief.coHosts.length > 0 ? [fact('brief', 'coHosts')] : []),
    ...(conveners.length > 0 ? [fact('brief', 'convener')] : []),
  ];
  const day = times === null ? [] : [...sessionSources(writing, times.held), fact('brief', 'timeZone')];
  return { text, sources: [...sources, ...roles, ...organizations, ...day] };
};

const groupText = (writing: Writing, group: Group): string => {
  const presenting = new Set(
    writing.items.flatMap((item) =>
      item.presenters.flatMap((one) => (one.kind === 'organization' ? [one.organization] : [])),
    ),
  );
  const listed = new Set<string>(
    writing.state.roster.attending.flatMap((one) => (one.kind === 'organization' ? [one.organization] : [])),
  );
  const of = writing.mentions.organization(group.of);
  const others = group.named
    .filter((id) => !presenting.has(id) && !listed.has(id))
    .map((id) => writing.mentions.organization(id));
  return writing.phrases.group(group.count, textIn(group.members, writing.language), of, others);
};

const attended = (writing: Writing): readonly Sentence[] => {
  const { attending, groups } = writing.state.roster;
  const names: string[] = [];
  const sources: SourceId[] = [];
  attending.forEach((one, index) => {
    const group = one.kind === 'group' ? groups[one.group] : undefined;
    const text =
      one.kind === 'organization'
        ? writing.mentions.organization(one.organization)
        : group === undefined
          ? ''
          : groupText(writing, group);
    if (text === '') return;
    names.push(text);
    sources.push(
      fact('roster', 'attending', index),
      one.kind === 'organization' ? organizationFact(one.organization) : fact('roster', 'groups', one.group),
    );
  });
  return names.length === 0 ? [] : [{ text: writing.phrases.attended(names, writing.begun), sources }];
};

const supported = (writing: Writing): readonly Sentence[] => {
  const { supporters } = writing.state.brief;
  if (supporters.length === 0) return [];
  const text = writing.phrases.supported(supporters.map((id) => writing.mentions.organization(id)));
  return [{ text, sources: [fact('brief', 'supporters'), ...supporters.map(organizationFact)] }];
};

/** What binds most, told before everything else and not again afterwards. */
const whatCame = (writing: Writing): readonly Sentence[] => {
  const [decision] = blocksOf(writing, 'decision');
  const [consensus] = blocksOf(writing, 'consensus');
  const first = decision ?? consensus;
  if (first === undefined) return [];
  const { decided, agreed } = writing.phrases;
  const text = first.kind === 'decision' ? decided(first.text, 0) : agreed(first.text, 0);
  writing.told.add(first.id);
  return [{ text, sources: [block(first)] }];
};

export const lead = (writing: Writing): ArticlePart[] => {
  const come = writing.lead === 'outcome' ? whatCame(writing) : [];
  const first = opening(writing);
  const there = [...attended(writing), ...counted(writing)];
  if (there.length === 0)
    writing.missing.push({ code: 'noAttendance', where: { place: 'roster', source: fact('roster', 'attending') } });
  return paragraph('lead', [...come, first, ...there, ...chaired(writing), ...supported(writing)]);
};
