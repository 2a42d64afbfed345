const PEOPLES =
  '壮族|回族|维吾尔族?|满族|蒙古族?|达斡尔族?|朝鲜族|畲族|土家族|苗族|瑶族|侗族|仫佬族|毛南族|黎族|羌族|藏族|彝族|仡佬族|布依族|水族|哈尼族|傣族|纳西族|拉祜族|佤族|布朗族|白族|' +
  '景颇族|傈僳族|独龙族|怒族|普米族|裕固族|哈萨克族?|保安族|东乡族|撒拉族|土族|柯尔克孜族?|塔吉克族?|锡伯族?|各族';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})+自治([州县旗])$`);

/** The everyday name of an autonomous place: 红河哈尼族彝族自治州 is called 红河州; null for all others. */
export function shortPlace(name: string): string | null {
  const [, stem, level] = AUTONOMOUS.exec(name) ?? [];
  return stem && level ? stem + level : null;
}
