/** The public pages' look: a quiet newspaper, one sheet for list, article and print. Owns every rule; elements carry no styles of their own. */
import { createHash } from 'node:crypto';
import { LIST } from './addresses.ts';

export const style = `:root{color-scheme:light dark;--paper:light-dark(#faf8f3,#181714);--leaf:light-dark(#fffdf9,#201e1a);--ink:light-dark(#1d1b17,#ede8dc);--soft:light-dark(#5c564b,#b1a999);--line:light-dark(#d9d2c3,#3a372f);--edge:light-dark(#8d8676,#7f7869);--green:light-dark(#1d5c42,#86c9a6);--on-green:light-dark(#fff,#0f2219);--mark:light-dark(#f8e6b8,#5a4514);
--sans:system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',sans-serif;--serif:Charter,'Source Serif 4',Georgia,'Times New Roman','Songti SC','Noto Serif SC','Noto Serif CJK SC',SimSun,serif}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}
:lang(zh-Hans) body,body:lang(zh-Hans){line-height:1.7}
a{color:var(--green);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--green);outline-offset:2px}
h1,h2,h3,h4,p,ul,ol,figure,blockquote,fieldset{margin:0;padding:0}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--leaf);z-index:1}
.top,main,footer{max-width:60rem;margin-inline:auto;padding-inline:1.25rem}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;padding-block:.75rem;border-block-end:1px solid var(--line)}
.top a,.top span{display:inline-block;padding-block:.5rem}.name span{margin-inline:.5rem;color:var(--soft)}.name a:first-child{font-family:var(--serif);font-weight:600;color:var(--ink);text-decoration:none}
.top nav{display:flex;gap:1rem}.top nav [aria-current]{color:var(--soft)}
main{padding-block:1.75rem 3rem}
footer{padding-block:1.25rem;border-block-start:1px solid var(--line);color:var(--soft);font-size:.9375rem}footer a{padding-block:.5rem;display:inline-block}
h1{font:600 clamp(1.75rem,4.5vw,2.375rem)/1.22 var(--serif);text-wrap:balance}
.about{margin-block-start:.5rem;color:var(--soft)}
form.find{margin-block:1.5rem 1.25rem}
.row{display:flex;gap:.5rem}
.row input{flex:1;min-width:0}
input,select,button,.button{min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--edge);border-radius:.375rem;background:var(--leaf);color:var(--ink);font:400 1rem/1.4 var(--sans)}
button,.button{cursor:pointer;font-weight:500}button.primary{border-color:var(--green);background:var(--green);color:var(--on-green)}
.filters{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:end;margin-block-start:.75rem}.filters p{flex:1 1 9.5rem;min-width:0}
.filters label{display:block;font-size:.875rem;color:var(--soft)}.filters select{width:100%;text-overflow:ellipsis}
.count{color:var(--soft);margin-block-end:.25rem}
.lines{list-style:none;padding:0}
.lines>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1.5rem;padding-block:1.25rem;border-block-start:1px solid var(--line)}
.lines .words{min-width:0}
.lines h2{font:600 1.3125rem/1.35 var(--serif);margin-block:.125rem .375rem}
.lines h2 a{color:var(--ink);text-decoration:none}.lines h2 a:hover{text-decoration:underline}
.lines .day,.meta{color:var(--soft);font-size:.9375rem}
.lines img{display:block;width:12rem;height:8rem;object-fit:cover;border-radius:.25rem;background:var(--line)}
mark{background:var(--mark);color:inherit;padding-inline:.05em}
.reference{margin-block-start:2.25rem}.reference details{padding-block:.25rem;border-block-start:1px solid var(--line)}.reference summary{cursor:pointer;padding-block:.625rem}.reference dl,.reference dd{margin:0}.reference dt{font-weight:600;margin-block-start:.5rem}.reference ul{padding-inline-start:1.4em}.reference em{font-style:normal;color:var(--soft);font-size:.875rem}pre{overflow-x:auto;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.25rem;background:var(--leaf);font-size:.9375rem}code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
.pages{display:flex;justify-content:space-between;gap:1rem;padding-block:1rem;border-block-start:1px solid var(--line)}.pages a{padding-block:.625rem}
.none{padding-block:2rem;border-block-start:1px solid var(--line)}
article{max-width:42rem;margin-inline:auto}
article .meta{margin-block:.75rem 1.5rem}
.text{font:1.1875rem/1.65 var(--serif)}
.text:lang(zh-Hans){font-size:1.125rem;line-height:1.85}
.text>*+*{margin-block-start:1.1em}
.text h2,.text h3,.text h4{font:600 1.3125rem/1.35 var(--serif);margin-block-start:1.6em}.text h3{font-size:1.1875rem}.text h4{font-size:1.0625rem}
.text ul,.text ol{padding-inline-start:1.4em}.text li+li{margin-block-start:.35em}
.text blockquote{padding-inline-start:1.1em;border-inline-start:3px solid var(--line)}
.text table{display:block;overflow-x:auto;border-collapse:collapse;font:1rem/1.5 var(--sans)}.text th,.text td{padding:.4rem .7rem;border:1px solid var(--line);text-align:start;vertical-align:top}
.text hr{border:0;border-block-start:1px solid var(--line)}
.text figure{margin-block:1.5em}.text img{display:block;max-width:100%;height:auto;border-radius:.25rem}
figcaption{margin-block-start:.5rem;color:var(--soft);font:.9375rem/1.5 var(--sans)}
aside,.share,.related{max-width:42rem;margin:2.25rem auto 0;padding-block-start:1.25rem;border-block-start:1px solid var(--line)}
aside h2,.share h2,.related h2{font:600 1.0625rem/1.4 var(--sans);margin-block-end:.5rem}
.share ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;align-items:center}
.share li a{display:inline-flex;align-items:center;min-height:2.75rem}.share summary{padding-block:.625rem}
.share h2:not(:first-child){margin-block-start:1rem}
.share details{width:100%}.share summary{cursor:pointer;color:var(--green)}.share img{display:block;width:11rem;height:11rem;margin-block:.5rem;background:#fff;padding:.5rem}
.share label{display:block;font-size:.875rem;color:var(--soft);margin-block:.75rem .25rem}
.related ul{list-style:none;padding:0}.related li{padding-block:.5rem}.related a{display:block;font:600 1.0625rem/1.4 var(--serif)}
@media (max-width:36rem){.lines>li{grid-template-columns:minmax(0,1fr)}.lines img{width:100%;height:auto;aspect-ratio:3/2;order:-1}.filters p{flex-basis:calc(50% - .5rem)}.filters button{width:100%}}
@media print{:root{color-scheme:light}body{background:#fff}.skip,.top nav,form,.share,.related,footer,.pages{display:none}.top{border:0}article{max-width:none}.text{font-size:11.5pt}.text figure,.text blockquote,.text tr{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}.text a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}}
`;

const print = createHash('sha256').update(style).digest('base64url').slice(0, 10);
/** Named by its content, so that it may be kept for ever. */
export const stylePath = `${LIST}/style.${print}.css`;

/** The product's sign, as in client/ui/plenary.svg, which the built client names anew each time. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="6" fill="#1d5c42" />
  <path d="M10 24V8h7a5 5 0 0 1 0 10h-7" fill="none" stroke="#fffdf9" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" />
  <path d="M15 24h7" fill="none" stroke="#e3ad52" stroke-width="2.6" stroke-linecap="round" />
</svg>`;
