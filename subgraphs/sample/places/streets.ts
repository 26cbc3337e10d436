import type { Random } from '../random';

export type Residence = 'URBAN' | 'RURAL';

/** A street or town of the district that handles applications. */
export interface Street {
  readonly code: string;
  readonly name: string;
  readonly residence: Residence;
  /** Roads of a street, villages of a town. */
  readonly places: readonly string[];
}

/** The district: 渝北区. */
export const district = '500112';

/** The streets and towns of the sample families. Roads and villages have plain names and no true houses. */
const streets: readonly Street[] = [
  {
    code: '500112012',
    name: '龙山街道',
    residence: 'URBAN',
    places: ['天竺路', '松树桥', '龙山大道', '余松路'],
  },
  { code: '500112005', name: '双龙湖街道', residence: 'URBAN', places: ['翔宇路', '双龙大道', '桃源大道'] },
  { code: '500112003', name: '回兴街道', residence: 'URBAN', places: ['服装城大道', '宝桐路', '兴科大道'] },
  { code: '500112120', name: '统景镇', residence: 'RURAL', places: ['前锋村', '江口村', '合理村'] },
  { code: '500112133', name: '大盛镇', residence: 'RURAL', places: ['青龙村', '天险洞村', '明月村'] },
];

const urban = streets.filter(({ residence }) => residence === 'URBAN');
const rural = streets.filter(({ residence }) => residence === 'RURAL');

export function streetOf(residence: Residence, random: Random): Street {
  return random.pick(residence === 'URBAN' ? urban : rural);
}

/** An address within a street, such as 龙山街道天竺路 12 号 3-2, or 统景镇前锋村 4 组 17 号. */
export function addressIn({ name, residence, places }: Street, random: Random): string {
  const place = `${name}${random.pick(places)}`;
  return residence === 'URBAN'
    ? `${place} ${random.between(1, 199)} 号 ${random.between(1, 12)}-${random.between(1, 8)}`
    : `${place} ${random.between(1, 9)} 组 ${random.between(1, 120)} 号`;
}
