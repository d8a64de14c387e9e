/** When the workshop is: date, hour and length on the wall of its zone, and what the reader's wall shows; warns of changes of clock. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { instant } from '../../../shared/kernel/ids.ts';
import { atOnWall, clocksChange, hourOnWall, wallText } from '../../../shared/planning/recurrence.ts';
import { bothZones } from '../../../shared/times/both-zones.ts';
import type { BriefState } from '../../../shared/workshop/brief/types.ts';
import { typedIn } from '../../ui/field.ts';
import { ownZone } from '../in-both-zones.ts';
import { Part, wholeIn } from './part.ts';
import { partStyles } from './plan-styles.ts';
import type { Picked } from './search-box.ts';
import './search-box.ts';
import { findZones, zoneWords } from './zones.ts';

const USUAL_MINUTES = 90;
const USUAL_HOUR = '14:00';
const MINUTE_MS = 60_000;

@customElement('plenary-plan-when')
export class WhenPart extends Part {
  static override styles = partStyles;
  @state() private q = '';
  /** What was typed while there is no whole time yet. */
  @state() private day = '';
  @state() private hour = '';

  #parts(brief: BriefState): { readonly day: string; readonly hour: string; readonly minutes: number } {
    const { startsAt, endsAt, timeZone } = brief;
    if (startsAt === undefined) return { day: this.day, hour: this.hour, minutes: USUAL_MINUTES };
    const [day = '', hour = ''] = wallText(startsAt, timeZone).split('T');
    const minutes = endsAt === undefined ? USUAL_MINUTES : Math.round((endsAt - startsAt) / MINUTE_MS);
    return { day, hour, minutes };
  }

  #set(brief: BriefState, change: Partial<{ day: string; hour: string; minutes: number; zone: string }>): void {
    const now = this.#parts(brief);
    const { day, minutes } = { ...now, ...change };
    const zone = change.zone ?? brief.timeZone;
    const hour = (change.hour ?? now.hour) || (change.day === undefined ? '' : USUAL_HOUR);
    this.day = day;
    this.hour = hour;
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(hour)) {
      if (change.zone !== undefined) this.revise({ timeZone: zone });
      return;
    }
    const startsAt = atOnWall(`${day}T${hour.slice(0, 5)}`, zone);
    this.revise({
      startsAt,
      endsAt: instant(startsAt + minutes * MINUTE_MS),
      ...(change.zone !== undefined && { timeZone: zone }),
    });
  }

  #both({ startsAt, endsAt, timeZone }: BriefState): TemplateResult {
    if (startsAt === undefined) return html`<p class="soft">${this.t('noTime')}</p>`;
    const here = ownZone();
    const both = bothZones({ from: startsAt, until: endsAt ?? null }, timeZone, here, this.language);
    const now = instant(this.store.now());
    const wall = wallText(startsAt, timeZone);
    const hour = hourOnWall(wall, timeZone);
    const changing = [...new Set([timeZone, here])].filter(
      (zone) => startsAt > now && clocksChange(now, startsAt, zone),
    );
    const shift = both.shiftText === '' ? '' : ` · ${both.shiftText}`;
    return html`<div class="times" role="status">
        <p>
          <strong
            >${this.t('whenThere', { time: both.there.text, offset: `${both.there.zone}, ${both.there.offset}` })}</strong
          >
        </p>
        <p>
          ${
            both.here === null
              ? this.t('whenSame')
              : this.t('whenHere', { time: both.here.text + shift, offset: `${both.here.zone}, ${both.here.offset}` })
          }
        </p>
      </div>
      ${startsAt < now && this.view?.session.phase === 'scheduled' ? html`<p class="warn">${this.t('past')}</p>` : nothing}
      ${hour === 'twice' ? html`<p class="warn" role="alert">${this.t('hourTwice')}</p>` : nothing}
      ${this.skipped ? html`<p class="warn" role="alert">${this.t('hourSkipped')}</p>` : nothing}
      ${changing.map((zone) => html`<p class="warn">${this.t('clocksChange', { zone: zone.replaceAll('_', ' ') })}</p>`)}`;
  }

  /** What was typed is no time of that day: the facts hold the one after the gap. */
  private get skipped(): boolean {
    const zone = this.view?.brief.timeZone;
    if (zone === undefined || !/^\d{4}-\d\d-\d\d$/.test(this.day) || !/^\d\d:\d\d/.test(this.hour)) return false;
    return hourOnWall(`${this.day}T${this.hour.slice(0, 5)}`, zone) === 'skipped';
  }

  override render(): TemplateResult {
    const brief = this.view?.brief;
    if (brief === undefined) return html``;
    const { day, hour, minutes } = this.#parts(brief);
    const at = brief.startsAt ?? this.store.now();
    const zones = findZones(this.q, at).map((zone) => ({ key: zone, words: zoneWords(zone, this.language, at) }));
    return html`<div class="row">
        <div class="field">
          <label for="day">${this.t('date')}</label>
          <input id="day" type="date" .value=${day} @change=${(e: Event) => this.#set(brief, { day: typedIn(e) })} />
        </div>
        <div class="field">
          <label for="hour">${this.t('start')}</label>
          <input id="hour" type="time" .value=${hour} @change=${(e: Event) => this.#set(brief, { hour: typedIn(e) })} />
        </div>
        <div class="field">
          <label for="length">${this.t('length')}</label>
          <input
            id="length"
            type="number"
            min="5"
            max="1440"
            step="5"
            .value=${String(minutes)}
            @change=${(e: Event) => {
              const length = wholeIn(typedIn(e), 1, 1440);
              if (typeof length === 'number') this.#set(brief, { minutes: length });
            }}
          />
        </div>
      </div>
      <div class="field">
        <p><strong>${this.t('zone')}:</strong> ${zoneWords(brief.timeZone, this.language, at)}</p>
        <plenary-search-box
          .label=${this.t('zoneSearch')}
          .choices=${zones}
          .note=${zones.length === 0 ? this.t('zoneNone') : ''}
          @plenary-typed=${(event: { readonly text: string }) => (this.q = event.text)}
          @plenary-picked=${(event: Picked) => this.#set(brief, { zone: event.key })}
        ></plenary-search-box>
      </div>
      ${this.#both(brief)}`;
  }
}
