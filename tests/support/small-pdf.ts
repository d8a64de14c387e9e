// A PDF written by hand: pages of 16:9 with a line of words each, a few hundred bytes a page.
export const smallPdf = (words: readonly string[]): Buffer => {
  const objects: string[] = [];
  const pageAt = (index: number): number => 4 + index * 2;
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = words.map((_, index) => `${pageAt(index)} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${words.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const [index, line] of words.entries()) {
    const ink = ['0.1 0.4 0.3', '0.7 0.2 0.1', '0.1 0.2 0.7'][index % 3];
    const drawing = `${ink} rg 0 0 960 540 re f 1 1 1 rg BT /F1 48 Tf 60 260 Td (${line}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents ${pageAt(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};
