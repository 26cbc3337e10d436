import type { Random } from '../random';

/** A division outside the district. */
export interface Elsewhere {
  readonly division: string;
  readonly name: string;
}

const city: readonly Elsewhere[] = [
  { division: '500102', name: '重庆市涪陵区' },
  { division: '500103', name: '重庆市渝中区' },
  { division: '500105', name: '重庆市江北区' },
  { division: '500106', name: '重庆市沙坪坝区' },
  { division: '500107', name: '重庆市九龙坡区' },
  { division: '500113', name: '重庆市巴南区' },
];

const provinces: readonly Elsewhere[] = [
  { division: '310115', name: '上海市浦东新区' },
  { division: '330106', name: '杭州市西湖区' },
  { division: '440306', name: '深圳市宝安区' },
  { division: '510104', name: '成都市锦江区' },
  { division: '520102', name: '贵阳市南明区' },
];

/** Another district of the city. */
export function elsewhereInCity(random: Random): Elsewhere {
  return random.pick(city);
}

/** A place in another province. */
export function otherProvince(random: Random): Elsewhere {
  return random.pick(provinces);
}

/** Whether a division belongs to the city, which is as far as some registries reach. */
export function isInCity(division: string): boolean {
  return division.startsWith('50');
}
