import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const unit = '500199012001GB00101F00010012';

const row = ({ number, name }: Someone) => ({
  record_id: 'BDC-1',
  owner_id_number: number,
  owner_name: name,
  unit_no: unit,
  certificate_no: '渝（2009）渝北区不动产权第 000101 号',
  location: '龙山街道天竺路 1 号',
  usage: '住宅',
  floor_area: '71.35',
  co_ownership: '0',
  status: '1',
  registered_on: '2009-04-08',
});

const fields = `
  recordId owner { id } unitNumber certificateNumber location usage floorArea coOwnership sharePercent
  status registeredOn endedOn dangerGrade encumbrances`;

describe.each(databaseKinds)('A title to real estate on %s', (kind) => {
  let titles: RegistryUnderTest;
  beforeAll(async () => {
    titles = await openRegistry(kind, {
      department: 'natural-resources',
      file: 'real_estate',
      check: 'assets.realEstate',
      row,
    });
  }, 30_000);
  afterAll(() => titles.close());

  it('is told whole, with its share, its end, its danger and what lies on it', async () => {
    const { number, name } = titles.person;
    const found = await titles.records(fields, {
      记录编号: 'BDC-1',
      权利人公民身份号码: number,
      权利人姓名: name,
      不动产单元号: unit,
      权证号: '渝（2010）渝北区不动产权第 000345 号',
      坐落: '双龙湖街道翔宇路 8 号',
      用途: '商业',
      建筑面积: '83.2',
      共有方式: '按份共有',
      共有份额: '33.3333',
      权属状态: '历史',
      登记时间: '2010/7/30',
      终止日期: '20180122',
      危房等级: 'c',
      权利限制: '抵押；查封; 预告',
    });
    expect(found).toEqual([
      {
        recordId: 'BDC-1',
        owner: { id: titles.district.personId(number) },
        unitNumber: unit,
        certificateNumber: '渝（2010）渝北区不动产权第 000345 号',
        location: '双龙湖街道翔宇路 8 号',
        usage: 'COMMERCIAL',
        floorArea: 83.2,
        coOwnership: 'BY_SHARES',
        sharePercent: 33.3333,
        status: 'HISTORIC',
        registeredOn: '2010-07-30',
        endedOn: '2018-01-22',
        dangerGrade: 'C',
        encumbrances: ['抵押', '查封', '预告'],
      },
    ]);
  });

  it('is told with nothing where the file has nothing', async () => {
    expect(await titles.records(fields, row(titles.person))).toEqual([
      {
        recordId: 'BDC-1',
        owner: { id: titles.district.personId(titles.person.number) },
        unitNumber: unit,
        certificateNumber: '渝（2009）渝北区不动产权第 000101 号',
        location: '龙山街道天竺路 1 号',
        usage: 'RESIDENTIAL',
        floorArea: 71.35,
        coOwnership: 'SOLE',
        sharePercent: null,
        status: 'CURRENT',
        registeredOn: '2009-04-08',
        endedOn: null,
        dangerGrade: null,
        encumbrances: [],
      },
    ]);
  });

  it('has a use, by its word', async () => {
    await expectWords(titles, 'usage', 'usage', {
      住宅: 'RESIDENTIAL',
      商业: 'COMMERCIAL',
      办公: 'OFFICE',
      车位: 'PARKING',
      工业: 'INDUSTRIAL',
      其他: 'OTHER',
    });
  });

  it('tells how owners share, by code or word', async () => {
    await expectWords(titles, 'co_ownership', 'coOwnership', {
      0: 'SOLE',
      1: 'JOINT',
      2: 'BY_SHARES',
      3: 'OTHER',
      单独所有: 'SOLE',
      共同共有: 'JOINT',
      按份共有: 'BY_SHARES',
      其他共有: 'OTHER',
    });
  });

  it('tells whether it holds, by code or word', async () => {
    await expectWords(titles, 'status', 'status', {
      0: 'PROVISIONAL',
      1: 'CURRENT',
      2: 'HISTORIC',
      3: 'TERMINATED',
      临时: 'PROVISIONAL',
      现势: 'CURRENT',
      历史: 'HISTORIC',
      终止: 'TERMINATED',
    });
  });

  it('has a danger grade from A to D', async () => {
    await expectWords(titles, 'danger_grade', 'dangerGrade', { A: 'A', B: 'B', C: 'C', D: 'D' });
    expect(await titles.refused({ danger_grade: 'E' })).toEqual(['danger_grade: the code has another form']);
  });

  it('may be of a hundredth of a square metre, and of a share between none and all', async () => {
    const areas = { 0: 0, 0.01: 0.01, '123456789.12': 123456789.12 };
    expect(await titles.words('floor_area', 'floorArea', Object.keys(areas))).toEqual(areas);
    const shares = { 0: 0, 0.0001: 0.0001, 66.6667: 66.6667, 100: 100 };
    expect(await titles.words('share_percent', 'sharePercent', Object.keys(shares))).toEqual(shares);
    expect(await titles.refused({ floor_area: '71.355', share_percent: '100.01' })).toEqual([
      'floor_area: it has more than 2 decimals',
      'share_percent: the number is out of range',
    ]);
  });

  it('is refused under a number that GB/T 37346 does not have', async () => {
    expect(await titles.refused({ unit_no: '500199012001GB00101F0001001' })).toEqual([
      'unit_no: it has 27 characters',
    ]);
    expect(await titles.refused({ unit_no: '5'.repeat(28) })).toEqual([
      'unit_no: its digits and capitals are out of order',
    ]);
  });

  it('is sought in the city alone', async () => {
    expect(await titles.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});
