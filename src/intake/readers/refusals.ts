import { Refusal } from '../../shared/errors.js';

const ACCEPTED = '.docx、.doc、.wps、带文字的 .pdf、.html、.txt、.xlsx（任务分解表），或直接粘贴正文';

/** Nothing in the file; `what` says in Chinese what kind of document has nothing in it, where that is known. */
export function emptyFile(what = '文件是空的，没有任何内容'): Refusal {
  return refuse('file_empty', what, '请检查文件是否存好，重新选择后再上传');
}

/** A file of a kind the intake does not read; `kind` says what it is, in Chinese. */
export function unsupported(kind: string, cure = `请另存为可读的格式再上传：${ACCEPTED}`): Refusal {
  return refuse('format_unsupported', `不能读取这种文件：${kind}`, cure, { kind, accepted: ACCEPTED });
}

/** A file that opens only with a password. */
export function encrypted(kind: string): Refusal {
  return refuse('file_encrypted', `${kind}设有打开密码，无法读取`, '请在 Word、WPS 或阅读器中取消密码，另存后再上传');
}

/** Pages of pictures, or a text layer that yields no words. */
export function scan(reason: string): Refusal {
  return refuse(
    'scan_without_text',
    reason,
    '请上传带文字的原件（.docx 或 .txt），或先做文字识别（OCR）、核对后再上传',
  );
}

/** The document bears a mark of state secrecy. `mark` is the level word only. */
export function classified(mark: string): Refusal {
  const cure = '请立即停止上传并删除本机副本，涉密文件一律在涉密系统中办理；如系误标，请由定密责任人更正后再上传';
  return refuse('classified_mark', `文件标有密级“${mark}”，本系统不得存储、处理涉密文件，内容未保存`, cure, { mark });
}

/** Bigger than this system takes; `what` says which measure was exceeded. */
export function tooLarge(what: string): Refusal {
  return refuse('file_too_large', `文件过大：${what}`, '请删去图片、空白行列和无关附件，或只上传方案正文');
}

/** Built to exhaust the reader, or with declarations no office program writes. */
export function bomb(what: string): Refusal {
  return refuse(
    'file_bomb',
    `文件结构异常，已停止读取：${what}`,
    '请在 Word 或 WPS 中打开后另存一份再上传；来源不明的文件不要上传',
  );
}

/** Cut off or damaged. */
export function broken(kind: string): Refusal {
  return refuse(
    'file_broken',
    `${kind}已损坏或不完整，无法读取`,
    '请确认能在 Word、WPS 或阅读器中打开，另存一份后再上传',
  );
}

/** Not what it pretends to be, told in one sentence; the same code as for damage, as one cannot be told from the other. */
export function brokenNamed(what: string): Refusal {
  return refuse(
    'file_broken',
    `${what}，无法读取`,
    '请确认能在 Word、WPS 或阅读器中打开，另存一份后再上传；打不开的请重新取得原件',
  );
}

/** Reading took more time or memory than one file may take. */
export function parseLimit(what: string): Refusal {
  return refuse('parse_limit', `读取文件${what}，已停止`, '请把方案正文另存为 .docx 或 .txt 再上传，或直接粘贴正文');
}

function refuse(code: string, what: string, cure: string, facts?: Record<string, unknown>): Refusal {
  return new Refusal(code, `${what}。${cure}。`, { cure, facts });
}
