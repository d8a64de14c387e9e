/**
 * The one script of the public pages: copying, and the card in WeChat's own browser where the installation has an account there. Everything
 * works without it. Plain JavaScript, as browsers read it; owns nothing but clicks.
 */
export const shareScript = `'use strict';
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  if (!navigator.clipboard || !field) continue;
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener('click', async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
const card = document.querySelector('meta[name="plenary-wechat"]');
if (card && /MicroMessenger/i.test(navigator.userAgent)) {
  const sdk = document.createElement('script');
  sdk.src = card.content;
  sdk.addEventListener('load', async () => {
    const page = location.href.split('#')[0];
    const reply = await fetch('/api/updates/wechat-signature?url=' + encodeURIComponent(page));
    if (!reply.ok) return;
    const of = (name) => document.querySelector('meta[property="og:' + name + '"]')?.content ?? '';
    const shown = { title: of('title'), desc: of('description'), link: of('url'), imgUrl: of('image') };
    const names = ['updateAppMessageShareData', 'updateTimelineShareData'];
    wx.config({ ...(await reply.json()), debug: false, jsApiList: names });
    wx.ready(() => { for (const name of names) wx[name](shown); });
  });
  document.head.append(sdk);
}
`;
