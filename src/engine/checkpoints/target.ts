import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Refusal } from '../../shared/errors.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Addresses behind which no receiver of another office can stand: this machine, its link, nobody, everybody. */
const nowhere = new BlockList();
nowhere.addSubnet('0.0.0.0', 8, 'ipv4');
nowhere.addSubnet('127.0.0.0', 8, 'ipv4');
nowhere.addSubnet('169.254.0.0', 16, 'ipv4');
nowhere.addSubnet('224.0.0.0', 3, 'ipv4');
nowhere.addSubnet('::', 127, 'ipv6');
nowhere.addSubnet('fe80::', 10, 'ipv6');
nowhere.addSubnet('ff00::', 8, 'ipv6');

type Resolve = (host: string, found: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const resolveBySystem: Resolve = (host, found) => systemLookup(host, { all: true }, found);

/** Where checkpoints are sent: what the operator set, https, or http on this machine. Refusal: config_invalid. */
export function checkpointTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw refusal('不是网址');
  const isOwn = LOOPBACK_NAMES.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn)) throw refusal('须用 https（本机可用 http）');
  if (url.username || url.password) throw refusal('网址中不能带用户名和密码');
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!isOwn && isIP(literal) && isForbidden(literal)) throw refusal('不能指向本机或本链路的地址');
  return url;
}

function refusal(why: string): Refusal {
  return new Refusal('config_invalid', `QIANTOU_CHECKPOINT_URL 的值不可用：${why}。`, {
    place: 'QIANTOU_CHECKPOINT_URL',
    cure: '请填写 https:// 开头的接收地址，或去掉这项设置。',
  });
}

/** Looks names up for a connection to `url`, and refuses when connecting what the name must not lead to. */
export function guardedLookup({ hostname }: URL, resolve: Resolve = resolveBySystem): LookupFunction {
  const isOwn = LOOPBACK_NAMES.includes(hostname);
  const isAllowed = ({ address }: LookupAddress) => (isOwn ? isIn(loopback, address) : !isForbidden(address));
  return (host, options, connect) =>
    resolve(host, (error, addresses) => {
      if (error) return connect(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(isAllowed))
        return connect(new Error(`${host} leads to an address not allowed`), '', 0);
      return options.all ? connect(null, addresses) : connect(null, first.address, first.family);
    });
}

/** An IPv4 address in an IPv6 one's clothes has no honest use here. */
function isForbidden(address: string): boolean {
  return /^::ffff:/i.test(address) || isIn(nowhere, address);
}

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
