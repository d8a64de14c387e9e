/** A month of workshops as a calendar: days as the reader's clock has them, each workshop with its hour in both zones. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { organizingArea } from '../../../shared/languages/areas/organizing.ts';
import { clockText } from '../../../shared/times/both-zones.ts';
import { wallClock } from '../../../shared/times/wall-clock.ts';
import type { ListedWorkshop } from '../../connection/planning-api.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { titleIn } from '../title.ts';
import { ownZone } from '../in-both-zones.ts';
import { whenWords } from './words.ts';

/** Months count from 1. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

export const monthAfter = ({ year, month }: Month, step: number): Month => {
  const months = year * 12 + month - 1 + step;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
};

/** A day more on each side, so that no zone's first or last day is cut. */
export const boundsOf = ({ year, month }: Month): { readonly from: number; readonly until: number } => ({
  from: Date.UTC(year, month - 1, 0),
  until: Date.UTC(year, month, 2),
});

@customElement('plenary-month')
export class MonthView extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th {
        padding: var(--gap-1);
        color: var(--ink-soft);
        font-weight: 500;
        text-align: start;
      }
      td {
        height: 6rem;
        padding: var(--gap-1);
        border: 1px solid var(--hairline);
        vertical-align: top;
      }
      td.today {
        background: var(--green-wash);
      }
      .day {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      a {
        display: block;
        margin-block-start: var(--gap-1);
        padding: var(--gap-1);
        border-inline-start: 3px solid var(--green);
        background: var(--leaf);
        color: var(--ink);
        font-size: var(--size-1);
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      a.draft {
        border-color: var(--amber);
      }
      a.cancelled {
        border-color: var(--red);
        text-decoration: line-through;
      }
      @media (max-width: 48rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        table,
        tbody,
        tr,
        td {
          display: block;
          height: auto;
        }
        td {
          border: 0;
          border-block-end: 1px solid var(--hairline);
        }
        td.none {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) month: Month = { year: 2026, month: 1 };
  @property({ attribute: false }) workshops: readonly ListedWorkshop[] = [];

  private on(day: number): readonly ListedWorkshop[] {
    const { year, month } = this.month;
    return this.workshops.filter(({ startsAt }) => {
      if (startsAt === null) return false;
      const wall = wallClock(startsAt, ownZone());
      return wall.year === year && wall.month === month && wall.day === day;
    });
  }

  private renderOne(one: ListedWorkshop): TemplateResult {
    const when = whenWords(one, this.language);
    const own = one.startsAt === null ? '' : clockText(wallClock(one.startsAt, ownZone()));
    return html`<a class=${one.stage} href="/w/${one.id}${one.phase === 'ended' ? '' : '/plan'}">
      <span class="clock">${own}</span> ${titleIn(one.title, this.language)}
      ${when === null || when.here === '' ? nothing : html`<span class="soft">(${when.there})</span>`}
    </a>`;
  }

  private renderDay(day: number | null): TemplateResult {
    if (day === null) return html`<td class="none"></td>`;
    const { year, month } = this.month;
    const found = this.on(day);
    const now = wallClock(Date.now(), ownZone());
    const isToday = now.year === year && now.month === month && now.day === day;
    const name = new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      weekday: 'long',
    }).format(Date.UTC(year, month - 1, day));
    return html`<td
      class="${isToday ? 'today' : ''} ${found.length === 0 ? 'none' : ''}"
      aria-current=${isToday ? 'date' : nothing}
    >
      <span class="day" aria-hidden="true">${day}</span><span class="for-ears">${name}</span>
      ${found.map((one) => this.renderOne(one))}
    </td>`;
  }

  override render(): TemplateResult {
    const { year, month } = this.month;
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
    const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, n) => {
      const day = n - before + 1;
      return day >= 1 && day <= length ? day : null;
    });
    const weeks = Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7));
    return html`<table>
      <thead>
        <tr>
          ${say(organizingArea, this.language, 'weekdays')
            .split(' ')
            .map((day) => html`<th scope="col">${day}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr>
              ${week.map((day) => this.renderDay(day))}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
