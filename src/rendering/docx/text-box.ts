const EMU_PER_TWIP = 635;

/** A box of text that stands at a place of its own on the page; lengths in twips. */
export interface TextBox {
  /** Name shown in the word processor's selection pane. */
  name: string;
  id: number;
  width: number;
  height: number;
  /** Distance from the paper's upper left corner, or the foot of the 版心. */
  place: { x: number; y: number } | 'foot-of-text';
  /** Text runs downwards, turned clockwise. */
  turned?: boolean;
}

const emu = (twips: number): number => Math.round(twips * EMU_PER_TWIP);

function positions(place: TextBox['place']): string {
  const horizontal =
    place === 'foot-of-text' ? '<wp:align>left</wp:align>' : `<wp:posOffset>${emu(place.x)}</wp:posOffset>`;
  const vertical =
    place === 'foot-of-text' ? '<wp:align>bottom</wp:align>' : `<wp:posOffset>${emu(place.y)}</wp:posOffset>`;
  const from = place === 'foot-of-text' ? 'margin' : 'page';
  return (
    `<wp:positionH relativeFrom="${from}">${horizontal}</wp:positionH>` +
    `<wp:positionV relativeFrom="${from}">${vertical}</wp:positionV>`
  );
}

function shape(box: TextBox, content: string): string {
  const direction = box.turned ? ' vert="vert"' : '';
  return (
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>' +
    `<a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` +
    `<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>` +
    `<wps:bodyPr${direction} lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>`
  );
}

/**
 * A run that anchors the box; frames (w:framePr) and floating tables are laid out differently by every word processor,
 * drawn boxes alike.
 * @param content whole paragraphs
 */
export function textBoxRun(box: TextBox, content: string): string {
  const wrap = box.place === 'foot-of-text' ? '<wp:wrapTopAndBottom/>' : '<wp:wrapNone/>';
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" ' +
    `layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>${positions(box.place)}` +
    `<wp:extent cx="${emu(box.width)}" cy="${emu(box.height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrap}` +
    `<wp:docPr id="${box.id}" name="${box.name}"/><wp:cNvGraphicFramePr/><a:graphic>` +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
    `${shape(box, content)}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
  );
}
