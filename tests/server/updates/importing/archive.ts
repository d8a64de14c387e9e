// An archive as a foundation would have one, in files by path; written to a folder or packed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A JPEG that says where it was taken. */
export const picture = async (colour: string): Promise<Uint8Array> =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: colour } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'SECRET-ARTIST' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
    .toBuffer();

export const ENGLISH = `<!doctype html><html lang="en"><head>
<title>First Workshop was Held | The Foundation</title>
<meta property="article:published_time" content="2020-03-26T18:00:00+08:00">
<meta name="description" content="Forty experts met online.">
<link rel="canonical" href="https://old.example.org/News/Detail?id=17&lang=en">
</head><body><nav><a href="/">Home</a> Navigation words</nav>
<article><h1>First Workshop was Held</h1><p class="date">March 26, 2020</p>
<p>Forty experts <b>met</b> online. They agreed on <a href="https://example.org/report">a report</a>.</p>
<figure><img src="../images/meeting.jpg" alt="x"><figcaption>The meeting. Photo by Wang Yaling</figcaption></figure>
<h2>Outlook</h2><ul><li>One<ul><li>Below</li></ul></li><li>Two</li></ul>
<table><tr><th>Year</th><th>Share</th></tr><tr><td>2019</td><td>60%</td></tr></table>
<script>alert(1)</script><iframe src="https://video.example/x"></iframe></article>
<footer>Copyright words</footer></body></html>`;

const CHINESE = `---
title: 首次研讨会召开
date: 2020-03-26
language: zh-Hans
tags: [低碳, 城市]
aliases: [/chinese/news/17.html]
---

四十位专家**在线参会**。会议形成报告。

![会场](../images/meeting.jpg "摄影：王亚玲")
`;

export const archive = async (): Promise<Record<string, string | Uint8Array>> => ({
  'en/first-workshop.html': ENGLISH,
  'zh/first-workshop.md': CHINESE,
  'images/meeting.jpg': await picture('#1d5c42'),
  'en/undated.html': '<h1>Without a day</h1><p>Nobody knows when.</p>',
  'style.css': 'body{}',
});

export const folderOf = (files: Files, folder = temporaryFolder()): string => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
};

export const zipOf = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    ),
  );
