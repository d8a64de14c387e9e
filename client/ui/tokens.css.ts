/**
 * Paper and ink: colours, six sizes of type, spacing. Owns every colour and measure of the interface; the document adopts it once and the
 * custom properties reach into each shadow root. Must not know what it colours.
 */
import { css } from 'lit';

export const tokens = css`
  :root {
    --paper: #faf8f3;
    --leaf: #fffdf9;
    --shade: #f1ede3;
    --ink: #1d1b17;
    --ink-soft: #5c564b;
    --hairline: #d9d2c3;
    --edge: #8d8676;
    --green: #1d5c42;
    --green-deep: #123e2c;
    --on-green: #ffffff;
    --green-wash: #e4eee6;
    --amber: #8a5200;
    --amber-wash: #f8ecd3;
    --red: #a1261d;
    --red-deep: #7d1a13;
    --red-wash: #f9e4df;
    --stage: #24231f;
    --on-stage: #f3efe6;
    --sans: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif;
    --serif: Charter, 'Source Serif 4', 'Source Serif Pro', Georgia, 'Songti SC', 'Noto Serif SC', SimSun, serif;
    --size-1: 0.8125rem;
    --size-2: 0.9375rem;
    --size-3: 1.0625rem;
    --size-4: 1.3125rem;
    --size-5: 1.75rem;
    --size-6: 2.375rem;
    --gap-1: 0.25rem;
    --gap-2: 0.5rem;
    --gap-3: 0.75rem;
    --gap-4: 1rem;
    --gap-5: 1.5rem;
    --gap-6: 2.5rem;
    --round: 0.375rem;
    --lift: 0 0.5rem 1.75rem rgb(0 0 0 / 0.16);
    --target: 2.75rem;
    color-scheme: light;
  }

  :root[data-theme='dark'] {
    --paper: #181714;
    --leaf: #201e1a;
    --shade: #2a2823;
    --ink: #ede8dc;
    --ink-soft: #b1a999;
    --hairline: #3a372f;
    --edge: #7f7869;
    --green: #86c9a6;
    --green-deep: #a9dcc0;
    --on-green: #0f2219;
    --green-wash: #203229;
    --amber: #e3ad52;
    --amber-wash: #362b16;
    --red: #f0938a;
    --red-deep: #f6b5ae;
    --red-wash: #3b211d;
    --stage: #0f0e0c;
    --on-stage: #f3efe6;
    color-scheme: dark;
  }

  html,
  body {
    margin: 0;
    min-height: 100%;
    background: var(--paper);
    color: var(--ink);
    font: 400 var(--size-2) / 1.5 var(--sans);
    -webkit-text-size-adjust: 100%;
  }

  html:lang(zh-Hans) body {
    line-height: 1.65;
  }
`;
