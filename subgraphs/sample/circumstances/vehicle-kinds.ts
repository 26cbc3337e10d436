interface VehicleKind {
  /** 车辆类型 */
  readonly type: string;
  /** 号牌种类 (GA 24.7) */
  readonly plate: string;
  readonly models: readonly string[];
  /** Yuan, from and to. */
  readonly value: readonly [number, number];
}

export const vehicleKinds = {
  SALOON: {
    type: 'K33',
    plate: '02',
    models: ['福特福克斯', '长安悦翔', '吉利帝豪', '大众朗逸'],
    value: [32_000, 110_000],
  },
  VAN: { type: 'K31', plate: '02', models: ['五菱宏光', '长安欧诺'], value: [31_000, 60_000] },
  OLD_CAR: { type: 'K33', plate: '02', models: ['长安奔奔', '奇瑞 QQ', '比亚迪 F0'], value: [4000, 29_500] },
  LORRY: { type: 'H31', plate: '02', models: ['长安神骐', '东风小康'], value: [15_000, 50_000] },
  MOTORCYCLE: {
    type: 'M21',
    plate: '07',
    models: ['嘉陵 JH125', '宗申 ZS125', '力帆 LF125'],
    value: [500, 6000],
  },
  MOPED: { type: 'M22', plate: '08', models: ['建设 JS50', '嘉陵 JH48'], value: [300, 2500] },
  PASSENGER_TRICYCLE: { type: 'M13', plate: '07', models: ['宗申 ZS150ZK'], value: [2000, 9000] },
  CARGO_TRICYCLE: { type: 'M14', plate: '07', models: ['宗申 ZS150ZH', '隆鑫 LX150ZH'], value: [2000, 9000] },
  TRAILER: { type: 'B11', plate: '15', models: ['通华 THT9400'], value: [8000, 40_000] },
} as const satisfies Record<string, VehicleKind>;

export type VehicleKindName = keyof typeof vehicleKinds;
