import { channelContract } from '../../contracts/channel-contract.ts';
import { zaloWire } from './zalo-wire.ts';

channelContract('Zalo', zaloWire);
