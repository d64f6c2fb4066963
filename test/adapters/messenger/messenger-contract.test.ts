import { channelContract } from '../../contracts/channel-contract.ts';
import { messengerWire } from './messenger-wire.ts';

channelContract('Messenger', messengerWire);
