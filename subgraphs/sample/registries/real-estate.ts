import { certificateNumber } from '../circumstances/home';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 不动产登记: a row an owner and title; ended titles stay. */
export const realEstate = exchangeFile('real_estate', {
  recordIds: 'BDC',
  columns: [
    'owner_id_number',
    'owner_name',
    'unit_no',
    'certificate_no',
    'location',
    'usage',
    'floor_area',
    'co_ownership',
    'share_percent',
    'status',
    'registered_on',
    'ended_on',
    'danger_grade',
    'encumbrances',
  ],
  rows: ({ application, homes }) =>
    homes.flatMap((home) =>
      home.titles.map((title) => {
        const [owner_id_number, owner_name] = holder(title.owner, 'realEstate');
        const isCurrent = title.status === 'CURRENT';
        return {
          owner_id_number,
          owner_name,
          unit_no: home.unit,
          certificate_no: certificateNumber(application, home, title),
          location: home.location,
          usage: home.usage,
          floor_area: home.floorArea,
          co_ownership: home.coOwnership,
          share_percent: home.share,
          status: title.status,
          registered_on: title.registeredOn,
          ended_on: title.endedOn,
          danger_grade: home.dangerGrade,
          encumbrances: home.isMortgaged && isCurrent ? '抵押' : undefined,
        };
      }),
    ),
});
