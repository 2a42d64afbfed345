/** “市教育局、市财政局有关负责同志参加会议。”, “出席：市总工会负责同志。”: who was there. */
const ATTENDED =
  /负责(?:同志|人)(?:(?:分别|应邀)?(?:参加|出席|列席|陪同|参会|到会)[^，。；]{0,8})?[。；]?$|(?:参加|出席|列席)(?:了)?(?:本次|此次)?(?:会议|座谈会?|调研|活动|仪式)[。；]?$/;

/** Whether words that name units only say who came to a meeting: they give nobody a task. */
export const tellsWhoCame = (words: string): boolean => ATTENDED.test(words);
