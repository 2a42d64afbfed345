const STAMP = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
});

/** An instant (UTC ms) in Beijing time, as notices and the record of a draft tell it: 5月11日 09:00. */
export const momentWords = (instant: number): string => STAMP.format(instant);
