import { renderTemplate } from '../../rendering/handlebars.js';
import type { ReceiptView } from '../views.js';
import { dayOrRoom, inTitleMarks, longDay } from './words.js';

/** A 回执 as semantic HTML, filled in or with room to fill it in by hand. */
export function receiptHtml(view: ReceiptView): string {
  return renderTemplate('documents/receipt', {
    office: view.office,
    document: inTitleMarks(view.document.title),
    issuer: view.document.issuer,
    number: view.document.number ?? '无',
    issuedOn: longDay(view.document.date),
    receivedOn: dayOrRoom(view.receivedOn),
    unit: view.unit ?? '',
    receiver: view.receiver ?? '',
    opinion: view.opinion ?? '',
    returnBy: view.returnBy ? longDay(view.returnBy) : null,
  });
}
