// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {GridSupervision} from "../../src/GridSupervision.sol";
import {SealedMarket} from "../../src/market/SealedMarket.sol";
import {TradeBook} from "../../src/market/TradeBook.sol";
import {Daylight} from "../../src/settlement/Daylight.sol";
import {NetSettlement} from "../../src/settlement/NetSettlement.sol";
import {BYTES_PER_POSITION, Positions, WORDS_PER_GROUP} from "../../src/settlement/Positions.sol";
import {Vm} from "../Vm.sol";
import {Play} from "./Play.sol";

/// @notice Batches of trades from commitment to settlement, objection, daylight and void; a model of its own gives the nets.
abstract contract TradesPlay is Play {
    struct Trade {
        uint8 seller;
        uint8 buyer;
        uint64 energyWh;
        uint64 price;
        uint128 salt;
        /// Signed by both owners, inside the corridor.
        bool agreed;
    }

    struct Ghost {
        uint64 interval;
        uint16[2] areas;
        uint8 kind;
        uint64 sequence;
        address submitter;
        Trade[] trades;
        /// Trades let through, by side.
        uint256[2] through;
        NetSettlement.State state;
        uint64 until;
        uint32 settledTimes;
        bool isFalse;
    }

    struct Verdict {
        uint8 decision;
        uint64 energyWh;
        int64 fee;
    }

    /// By point number; each has one owner.
    struct Sums {
        int256[8] amount;
        int256[8] netWh;
        bool[8] traded;
        int256[2] fees;
    }

    struct Tally {
        uint256 due;
        uint256 done;
        uint256 objected;
        uint64 until;
    }

    mapping(uint256 batchId => Ghost) internal ghosts;
    mapping(uint64 interval => Tally) internal tallies;
    /// Fees of right and corrected nets, trade by trade, by side's operator.
    mapping(address operator => int256) public tradeFees;
    /// Fees of false nets that stand.
    mapping(address operator => int256) public falseFees;
    mapping(uint256 batchId => mapping(uint256 side => mapping(uint256 index => Verdict))) private _verdicts;
    mapping(uint256 batchId => mapping(uint256 side => Daylight.Entry[][])) private _rounds;
    mapping(uint256 batchId => NetSettlement.Nets) private _posted;
    /// What was said of the one group of points there is, oldest first; gathered from the newest down.
    mapping(uint64 interval => Positions.Part[]) private _parts;
    mapping(uint64 interval => uint256) internal gatheredParts;
    uint160 private _openers = 0xDA11;

    // --- actions ---

    function commit(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        bool committed;
        for (uint256 i; i < 3; ++i) if (_commit(uint256(keccak256(abi.encode(roll, i))))) committed = true;
        if (committed) _did();
    }

    /// Any decision on some trades of any batch, by the operator of either side, at any time.
    function judge(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        (uint256 id, bool found) = _pickBatch(roll, NetSettlement.State.NONE);
        if (!found) return _idle();
        Ghost storage ghost = ghosts[id];
        uint256 side = _in(roll, 1, 0, ghost.areas[0] == ghost.areas[1] ? 0 : 1);
        // At times in a market paused for it: verdicts go on.
        bool pausing = _open() && roll % 3 == 0;
        if (pausing) registry.setPaused(true);
        bool judged = _judge(id, side, _decide(roll, id, side));
        if (pausing) registry.setPaused(false);
        if (judged) _did();
    }

    /// Nets of any batch at any time: mostly right, at times false but balanced, unbalanced, or a stranger's.
    function settle(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        (uint256 id, bool found) = _pickBatch(roll, NetSettlement.State.NONE);
        if (!found) return _idle();
        // Mostly one that may settle now.
        for (uint256 i; i < market.batchCount() && _in(roll, 7, 0, 3) > 0 && !_ripe(id); ++i) id = 1 + id % market.batchCount();
        if (_settle(id, roll)) _did();
    }

    function objectTo(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 id = _objectable(roll);
        if (id != 0 && _object(id)) _did();
    }

    function openInDaylight(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        (uint256 id, bool found) = _pickBatch(roll, NetSettlement.State.OBJECTED);
        if (!found || ghosts[id].state != NetSettlement.State.OBJECTED) {
            id = _objectable(roll);
            if (id == 0 || !_object(id)) return _idle();
        }
        if (_openUp(id)) _did();
    }

    /// Voids any batch, whether or not nobody answered in time.
    function voidBatch(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        (uint256 id, bool found) = _pickBatch(roll, roll % 2 == 0 ? NetSettlement.State.NONE : NetSettlement.State.OBJECTED);
        if (!found) return _idle();
        for (uint256 i; i < market.batchCount() && _in(roll, 7, 0, 3) > 0 && !_voidable(id); ++i) id = 1 + id % market.batchCount();
        if (_void(id)) _did();
    }

    /// Nets that are false but balanced, of the first batch that may settle now; half the time somebody objects at once.
    function settleFalsely(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        for (uint256 id = 1; id <= market.batchCount(); ++id) {
            if (!_ripe(id) || !_settle(id, (roll & ~uint256(0xff)) | 1)) continue;
            if (_in(roll, 8, 0, 1) == 0) _object(id);
            _did();
            return;
        }
        _idle();
    }

    // --- what other plays and the invariants ask ---

    function isDue(uint256 id) public view returns (bool) {
        Ghost storage ghost = ghosts[id];
        return ghost.through[0] > 0 && (ghost.areas[0] == ghost.areas[1] || ghost.through[1] > 0);
    }

    /// @notice The nets that follow from what was agreed and let through.
    function netsOf(uint256 id) public view returns (NetSettlement.Nets memory) {
        return _pack(id, _sums(id));
    }

    /// Not a view: gathering nothing shows what was gathered.
    function checkPositions() external {
        for (uint64 k; k < INTERVALS; ++k) {
            uint64 interval = SLOT + 900 * k;
            bool open = _partsLeft(interval) > 0;
            assertEq(nets.openGroupCount(interval), open ? 1 : 0, "I1 groups to gather");
            if (open || !_tradesFinal(interval)) continue;
            Positions.Sheet memory sheet = _sheetOf(interval, 0);
            vm.warp(clock);
            uint256[WORDS_PER_GROUP] memory found = nets.gather(interval, sheet);
            int256 sum;
            uint256 count;
            for (uint32 point = 1; point <= POINTS; ++point) {
                int256 netWh = int64(uint64(found[point / 4] >> (64 * (point % 4))));
                assertEq(netWh, ghostTradedWh[point][interval], "I1 net energy of a point");
                sum += netWh;
                if (netWh != 0) ++count;
            }
            assertEq(sum, 0, "I1 energy sold and bought");
            assertEq(nets.tradedPointCount(interval), count, "I1 points that traded");
        }
    }

    function checkStates() external view {
        for (uint256 id = 1; id <= market.batchCount(); ++id) {
            Ghost storage ghost = ghosts[id];
            assertTrue(ghost.settledTimes <= 1, "I3 settled more than once");
            assertTrue(nets.settledOf(id).state == ghost.state, "I3 state of a batch");
            if (ghost.state != NetSettlement.State.NONE) assertTrue(isDue(id), "I5 settled, and a side let nothing through");
            assertTrue(supervision.isDue(id) == isDue(id), "I5 due");
        }
        for (uint64 k; k < INTERVALS; ++k) {
            Tally storage tally = tallies[SLOT + 900 * k];
            NetSettlement.IntervalTally memory found = nets.tallyOf(SLOT + 900 * k);
            assertEq(supervision.dueBatchCount(SLOT + 900 * k), tally.due, "I5 batches due");
            assertEq(found.done, tally.done, "I3 batches done");
            assertEq(found.objected, tally.objected, "I3 batches objected to");
        }
    }

    /// A decision is final, and nothing but what was decided stands.
    function checkVerdicts() external view {
        for (uint256 id = 1; id <= market.batchCount(); ++id) {
            Ghost storage ghost = ghosts[id];
            for (uint256 i; i < 2 * ghost.trades.length; ++i) {
                assertEq(supervision.decisionOf(id, i / 2, i % 2), _verdicts[id][i % 2][i / 2].decision, "I6 decision");
            }
        }
    }

    // --- how it is played ---

    /// @dev Nets for all that may settle in an interval, of three batches in four false ones that are put right at once; what may be
    ///      voided is.
    function _settleTrades(uint64 interval) internal {
        for (uint256 id = 1; id <= market.batchCount(); ++id) {
            if (ghosts[id].interval != interval) continue;
            // A second time must be refused.
            if (ghosts[id].state != NetSettlement.State.NONE) _settle(id, 4);
            if (_voidable(id)) _void(id);
            // Unbalanced money, unbalanced energy, a stranger: all refused.
            for (uint256 fault; fault < 4 && _ripe(id); ++fault) if (fault != 1) _settle(id, fault);
            if (_ripe(id) && _settle(id, id % 4 == 3 ? 4 : 1) && id % 4 != 3 && _object(id)) _openUp(id);
        }
    }

    /// @dev Settles what is still open, in whatever way is left.
    function _endTrades() internal {
        for (uint256 id = 1; id <= market.batchCount(); ++id) {
            if (ghosts[id].state == NetSettlement.State.NONE && isDue(id)) _void(id);
            if (ghosts[id].state == NetSettlement.State.OBJECTED) _void(id);
        }
    }

    function _tradesFinal(uint64 interval) internal view returns (bool) {
        Tally storage tally = tallies[interval];
        return clock >= interval + 900 && tally.due == tally.done && tally.objected == 0 && clock >= tally.until;
    }

    function _partsLeft(uint64 interval) internal view returns (uint256) {
        return _parts[interval].length - gatheredParts[interval];
    }

    function _gatherable(uint64 interval) internal view returns (bool) {
        return _tradesFinal(interval) && _partsLeft(interval) > 0;
    }

    /// @dev The sheet that gathers so many parts of what is left.
    function _sheetOf(uint64 interval, uint256 count) internal view returns (Positions.Sheet memory sheet) {
        Positions.Part[] storage all = _parts[interval];
        uint256 left = _partsLeft(interval);
        for (uint256 i; i < left - count; ++i) {
            sheet.rest = keccak256(abi.encode(sheet.rest, all[i].sign, keccak256(all[i].positions)));
        }
        sheet.parts = new Positions.Part[](count);
        for (uint256 i; i < count; ++i) sheet.parts[i] = all[left - count + i];
        for (uint256 i = left; i < all.length; ++i) _addNets(sheet.netsWh, all[i]);
    }

    /// @dev So many of the parts that are left were gathered: their money moves.
    function _gathered(uint64 interval, uint256 count) internal {
        uint256 left = _partsLeft(interval);
        for (uint256 i = left - count; i < left; ++i) {
            Positions.Part storage part = _parts[interval][i];
            for (uint256 offset; offset < part.positions.length; offset += BYTES_PER_POSITION) {
                uint256 position = _word(part.positions, offset) >> 88;
                int256 amount = int256(part.sign) * int64(uint64(position));
                ghostBalance[uint32(position >> 104)] += amount;
                ghostBalance[0] -= amount;
            }
        }
        gatheredParts[interval] += count;
    }

    /// @dev Reads what pool and auction put on record from the events.
    function _recordOpen(Vm.Log[] memory logs) internal returns (uint256 count) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(market) || logs[i].topics[0] != TradeBook.TradesRecorded.selector) continue;
            (uint8 kind, uint16 sellerArea, uint16 buyerArea, bytes memory packed) =
                abi.decode(logs[i].data, (uint8, uint16, uint16, bytes));
            Ghost storage ghost = _newGhost(
                uint256(logs[i].topics[1]),
                uint64(uint256(logs[i].topics[2])),
                [sellerArea, buyerArea],
                kind,
                address(uint160(uint256(logs[i].topics[3])))
            );
            for (uint256 j; j < packed.length / 17; ++j) {
                ghost.trades.push(_unpacked(packed, 17 * j));
                ++count;
            }
        }
    }

    function _unpacked(bytes memory packed, uint256 offset) internal view returns (Trade memory) {
        uint256 word;
        assembly ("memory-safe") {
            word := shr(120, mload(add(add(packed, 32), offset)))
        }
        return Trade({
            seller: uint8(registry.connectionAt(uint32(word >> 104)).pointNumber - 1),
            buyer: uint8(registry.connectionAt(uint32(word >> 72)).pointNumber - 1),
            energyWh: uint40(word >> 32),
            price: uint32(word),
            salt: 0,
            agreed: true
        });
    }

    function _idle() internal {
        ++idle;
    }

    function _newGhost(
        uint256 id,
        uint64 interval,
        uint16[2] memory areas,
        uint8 kind,
        address submitter
    ) private returns (Ghost storage ghost) {
        ghost = ghosts[id];
        (ghost.interval, ghost.areas, ghost.kind, ghost.submitter) = (interval, areas, kind, submitter);
    }

    function _invent(
        uint256 roll,
        uint16[2] memory areas,
        uint8 kind
    ) private view returns (Trade[] memory trades, bytes32[] memory leaves) {
        trades = new Trade[](1 + roll % 3);
        leaves = new bytes32[](trades.length);
        for (uint256 i; i < trades.length; ++i) {
            Trade memory trade = _inventOne(uint256(keccak256(abi.encode(roll, i))), areas, kind);
            bytes32 leaf = market.leafOf(_openTrade(trade), 0, trade.salt);
            uint256 place = i;
            while (place > 0 && leaves[place - 1] > leaf) {
                (leaves[place], trades[place]) = (leaves[place - 1], trades[place - 1]);
                --place;
            }
            (leaves[place], trades[place]) = (leaf, trade);
        }
    }

    function _inventOne(uint256 roll, uint16[2] memory areas, uint8 kind) private pure returns (Trade memory trade) {
        trade.seller = uint8(areas[0] == 1 ? _in(roll, 1, 0, 3) : _in(roll, 1, 4, 5));
        trade.buyer = uint8(areas[1] == 1 ? _in(roll, 2, 0, 3) : _in(roll, 2, 4, 5));
        if (trade.seller == trade.buyer) trade.buyer = areas[1] == 1 ? (trade.seller + 1) % 4 : 9 - trade.seller;
        trade.energyWh = uint64(_in(roll, 3, 1, roll % 3 == 0 ? 10 : 1e6));
        trade.price = uint64(_in(roll, 4, FEED_IN, RETAIL));
        trade.salt = uint128(roll);
        trade.agreed = true;
        // Committed all the same, it counts for nothing: above retail, or not signed by the owners.
        if (roll % 16 == 0) (trade.price, trade.agreed) = (RETAIL + 1, false);
        if (roll % 16 == 1) trade.price = FEED_IN / 2;
        if (trade.price < FEED_IN && kind != 3) trade.agreed = false;
        if (roll % 4 > 1 && !_isCoop(trade.seller)) trade.agreed = false;
    }

    function _isCoop(uint8 index) private pure returns (bool) {
        return index == 2 || index == 3 || index == 5;
    }

    /// @dev Strictly ascending places, at least one.
    function _decide(uint256 roll, uint256 id, uint256 side) private view returns (Daylight.Entry[] memory entries) {
        Trade[] storage trades = ghosts[id].trades;
        uint256 from = _in(roll, 2, 0, trades.length - 1);
        // Mostly only what is not decided yet.
        if (roll % 8 != 0) {
            for (uint256 i; i < trades.length && _verdicts[id][side][from].decision != 0; ++i) from = (from + 1) % trades.length;
        }
        entries = new Daylight.Entry[](1);
        uint64 askedWh = trades[from].energyWh;
        uint8 decision = uint8([1, 1, 1, 2, 2, 3, 4, 1][_in(roll, 3, 0, 7)]);
        uint256 energyWh = decision == 1 ? askedWh : decision == 2 ? _in(roll, 4, 0, askedWh) : 0;
        // Seldom more than was asked or a fee beyond the cap: daylight cuts both.
        if (_in(roll, 6, 0, 31) < 4 && decision <= 2) energyWh = askedWh + 7;
        int256 cap = int256((energyWh * FEE_CAP) / 1000);
        int256 fee = int256(_in(roll, 5, 0, 2 * uint256(cap))) - cap;
        if (_in(roll, 6, 0, 31) > 23) fee = cap + 5;
        entries[0] = Daylight.Entry(uint16(from), decision, 7, uint40(energyWh), int40(fee), "evidence");
    }

    function _round(uint256 id, Daylight.Entry[] memory entries) private view returns (GridSupervision.Round memory round) {
        round.batchId = id;
        for (uint256 i; i < entries.length; ++i) {
            Daylight.Entry memory entry = entries[i];
            round.decisions = bytes.concat(round.decisions, abi.encodePacked(entry.index, entry.decision, entry.reasonCode));
            bytes32 hash = supervision.entryHash(
                entry.index, entry.decision, entry.reasonCode, entry.energyWh, entry.feeMicroEur, entry.evidence
            );
            round.digest = keccak256(abi.encode(round.digest, hash));
        }
    }

    function _commit(uint256 roll) private returns (bool) {
        uint64 interval = _interval(roll);
        uint8 kind = uint8([0, 3, 4, 0][roll % 4]);
        uint16[2] memory areas = [uint16(_in(roll, 1, 1, 2)), uint16(_in(roll, 2, 1, 2))];
        (Trade[] memory trades, bytes32[] memory leaves) = _invent(roll, areas, kind);
        uint64 sequence = market.nextSequence(COOP);
        bool fits = _open() && registry.active(COOP) && clock < _gate(interval);
        SealedMarket.SealedTerms memory terms = SealedMarket.SealedTerms(interval, kind, areas[0], areas[1], sequence);
        if (!_foretold(COOP, address(market), abi.encodeCall(market.commitTrades, (terms, leaves, "")), fits, 14, "a batch")) return false;
        Ghost storage ghost = _newGhost(market.batchCount(), interval, areas, kind, COOP);
        ghost.sequence = sequence;
        for (uint256 i; i < trades.length; ++i) ghost.trades.push(trades[i]);
        if (roll % 8 < 4) _judgeAll(roll, market.batchCount());
        return true;
    }

    function _judgeAll(uint256 roll, uint256 id) internal {
        Ghost storage ghost = ghosts[id];
        for (uint256 side; side < (ghost.areas[0] == ghost.areas[1] ? 1 : 2); ++side) {
            for (uint256 i; i < ghost.trades.length; ++i) {
                uint256 own = uint256(keccak256(abi.encode(roll, side, i)));
                _judge(id, side, _decide(own | 3, id, side));
            }
        }
    }

    function _judge(uint256 id, uint256 side, Daylight.Entry[] memory entries) private returns (bool) {
        Ghost storage ghost = ghosts[id];
        bool isFinal;
        for (uint256 i; i < entries.length; ++i) if (_verdicts[id][side][entries[i].index].decision != 0) isFinal = true;
        bool fits = !isFinal && clock < _gate(ghost.interval);
        GridSupervision.Round[] memory rounds = new GridSupervision.Round[](1);
        rounds[0] = _round(id, entries);
        bytes memory call = abi.encodeCall(supervision.giveVerdicts, (rounds));
        if (!_foretold(_operator(ghost.areas[side]), address(supervision), call, fits, _open() ? 6 : 14, "a verdict")) return false;
        bool wasDue = isDue(id);
        Daylight.Entry[] storage kept = _rounds[id][side].push();
        for (uint256 i; i < entries.length; ++i) {
            kept.push(entries[i]);
            if (entries[i].decision == 4) continue;
            _verdicts[id][side][entries[i].index] = Verdict(entries[i].decision, entries[i].energyWh, entries[i].feeMicroEur);
            if (entries[i].decision <= 2) ++ghost.through[side];
        }
        if (!wasDue && isDue(id)) ++tallies[ghost.interval].due;
        return true;
    }

    /// @dev Shows everything, tries the false nets again, and ends with the right ones.
    function _openUp(uint256 id) private returns (bool) {
        address opener = address(++_openers);
        _showAll(id, opener);
        NetSettlement.Nets memory posted = _posted[id];
        NetSettlement.Nets memory right = netsOf(id);
        bool differ = keccak256(abi.encode(posted)) != keccak256(abi.encode(right));
        if (differ) {
            bytes memory again = abi.encodeCall(daylight.finish, (posted, posted));
            _foretold(opener, address(daylight), again, false, 18, "daylight of false nets");
        }
        bytes memory call = abi.encodeCall(daylight.finish, (posted, right));
        if (!_foretold(opener, address(daylight), call, true, 18, "daylight of the right nets")) return false;
        _corrected(id, differ);
        return true;
    }

    function _object(uint256 id) private returns (bool) {
        Ghost storage ghost = ghosts[id];
        bool fits = ghost.state == NetSettlement.State.SETTLED && clock < ghost.until;
        if (!_foretold(BOB, address(nets), abi.encodeCall(nets.objectTo, (id)), fits, 3, "an objection")) return false;
        (ghost.state, ghost.until) = (NetSettlement.State.OBJECTED, clock + OBJECTION);
        ++tallies[ghost.interval].objected;
        return true;
    }

    /// @dev Mostly one with false nets; where there is none, they are given now. 0: there is none at all.
    function _objectable(uint256 roll) private returns (uint256 id) {
        uint256 count = market.batchCount();
        if (count == 0) return 0;
        if (roll % 8 == 0) return _in(roll, 7, 1, count);
        for (id = 1; id <= count; ++id) if (_objectionable(id)) return id;
        for (id = 1; id <= count; ++id) if (_ripe(id) && _settle(id, 1)) return id;
        return 0;
    }

    function _objectionable(uint256 id) private view returns (bool) {
        return ghosts[id].state == NetSettlement.State.SETTLED && ghosts[id].isFalse && clock < ghosts[id].until;
    }

    function _ripe(uint256 id) private view returns (bool) {
        return ghosts[id].state == NetSettlement.State.NONE && isDue(id) && clock >= ghosts[id].interval + 900;
    }

    /// @dev roll % 8: 0 unbalanced money, 1 false, 2 unbalanced energy, 3 a stranger, else right.
    function _settle(uint256 id, uint256 roll) private returns (bool) {
        Ghost storage ghost = ghosts[id];
        NetSettlement.Nets memory given = netsOf(id);
        uint256 fault = roll % 8;
        if (given.positions.length == 0 && fault < 3) fault = 4;
        if (fault == 0) given.positions = _shift(given.positions, 20, 1);
        if (fault == 1) given = _falsified(id);
        if (fault == 2) given.positions = _shift(given.positions, 12, 1);
        address sender = fault == 3 ? METERS : roll % 2 == 0 ? ghost.submitter : _operator(ghost.areas[1]);
        uint64 end = ghost.interval + 900;
        bool fits = isDue(id) && ghost.state == NetSettlement.State.NONE && clock >= end && clock < end + 14_400 && fault != 0
            && fault != 2 && fault != 3;
        uint256 rule = fault == 0 ? 2 : fault == 2 ? 1 : !_open() ? 14 : ghost.state != NetSettlement.State.NONE ? 3 : 5;
        if (!_foretold(sender, address(nets), abi.encodeCall(nets.settleBatch, (given)), fits, rule, "nets")) return false;
        _posted[id] = given;
        (ghost.state, ghost.until, ghost.isFalse) = (NetSettlement.State.SETTLED, clock + OBJECTION, fault == 1);
        ++ghost.settledTimes;
        Tally storage tally = tallies[ghost.interval];
        ++tally.done;
        if (ghost.until > tally.until) tally.until = ghost.until;
        _apply(id, given, 1);
        if (fault != 1) _addFees(id);
        else _countFalse(id, given, 1);
        return true;
    }

    /// @dev Balanced, but one participant takes from another and from the fees, and a point sold more.
    function _falsified(uint256 id) private view returns (NetSettlement.Nets memory) {
        Sums memory sums = _sums(id);
        sums.fees[0] -= 5;
        for (uint256 i; i < 8; ++i) {
            if (!sums.traded[i]) continue;
            sums.amount[i] += 5;
            break;
        }
        int256 sign = 1;
        for (uint256 i; i < 8; ++i) {
            if (!sums.traded[i] || sign < -1) continue;
            sums.netWh[i] += sign;
            sign -= 2;
        }
        return _pack(id, sums);
    }

    function _corrected(uint256 id, bool founded) private {
        Ghost storage ghost = ghosts[id];
        ghost.state = NetSettlement.State.CORRECTED;
        --tallies[ghost.interval].objected;
        if (founded) {
            _apply(id, _posted[id], -1);
            _countFalse(id, _posted[id], -1);
            _posted[id] = netsOf(id);
            _apply(id, _posted[id], 1);
            _addFees(id);
        } else {
            ghostBalance[2] -= 1_000_000;
            ghostBalance[registry.numberOf(ghost.submitter)] += 1_000_000;
        }
    }

    function _void(uint256 id) private returns (bool) {
        Ghost storage ghost = ghosts[id];
        bool objected = ghost.state == NetSettlement.State.OBJECTED;
        bool fits = _voidable(id);
        bytes memory call = objected ? abi.encodeCall(nets.voidObjected, (_posted[id])) : abi.encodeCall(nets.voidUnsettled, (id));
        if (!_foretold(METERS, address(nets), call, fits, 3, "a void")) return false;
        ghost.state = NetSettlement.State.VOID;
        if (objected) {
            --tallies[ghost.interval].objected;
            _apply(id, _posted[id], -1);
            if (!ghost.isFalse) _takeFees(id);
            else _countFalse(id, _posted[id], -1);
        } else {
            ++tallies[ghost.interval].done;
        }
        return true;
    }

    function _voidable(uint256 id) private view returns (bool) {
        Ghost storage ghost = ghosts[id];
        if (ghost.state == NetSettlement.State.OBJECTED) return clock >= ghost.until;
        return ghost.state == NetSettlement.State.NONE && isDue(id) && clock >= ghost.interval + 900 + 14_400;
    }

    function _apply(uint256 id, NetSettlement.Nets memory given, int8 sign) private {
        Ghost storage ghost = ghosts[id];
        if (given.positions.length > 0) _parts[ghost.interval].push(Positions.Part(sign, given.positions));
        for (uint256 i; i < given.positions.length; i += BYTES_PER_POSITION) {
            uint256 position = _word(given.positions, i) >> 88;
            ghostTradedWh[uint32(position >> 136)][ghost.interval] += int256(sign) * int40(uint40(position >> 64));
        }
        int256[2] memory fees = [int256(given.sellerSideFeeMicroEur), given.buyerSideFeeMicroEur];
        for (uint256 side; side < 2; ++side) {
            ghostBalance[registry.numberOf(_operator(ghost.areas[side]))] += sign * fees[side];
            ghostBalance[0] -= sign * fees[side];
        }
    }

    function _addFees(uint256 id) private {
        Sums memory sums = _sums(id);
        for (uint256 side; side < 2; ++side) tradeFees[_operator(ghosts[id].areas[side])] += sums.fees[side];
    }

    function _countFalse(uint256 id, NetSettlement.Nets memory given, int256 sign) private {
        falseFees[_operator(ghosts[id].areas[0])] += sign * given.sellerSideFeeMicroEur;
        falseFees[_operator(ghosts[id].areas[1])] += sign * given.buyerSideFeeMicroEur;
    }

    function _takeFees(uint256 id) private {
        Sums memory sums = _sums(id);
        for (uint256 side; side < 2; ++side) tradeFees[_operator(ghosts[id].areas[side])] -= sums.fees[side];
    }

    function _showAll(uint256 id, address opener) private {
        Ghost storage ghost = ghosts[id];
        for (uint256 side; side < (ghost.areas[0] == ghost.areas[1] ? 1 : 2); ++side) {
            for (uint256 r; r < _rounds[id][side].length; ++r) {
                bytes memory call = abi.encodeCall(daylight.showVerdicts, (id, side, _rounds[id][side][r], true));
                _foretold(opener, address(daylight), call, true, 18, "a true verdict");
            }
        }
        for (uint256 i; i < ghost.trades.length; ++i) {
            Daylight.Detail[] memory details = new Daylight.Detail[](1);
            details[0] = _detail(ghost, ghost.trades[i]);
            _foretold(opener, address(daylight), abi.encodeCall(daylight.showTrades, (id, details)), true, 18, "a true trade");
        }
    }

    function _detail(Ghost storage ghost, Trade memory trade) private view returns (Daylight.Detail memory detail) {
        detail.trade = _openTrade(trade);
        detail.salt = trade.salt;
        if (ghost.kind == 1 || ghost.kind == 2) return detail;
        bytes32 digest = market.tradeDigest(
            SealedMarket.TradeTerms({
                sellerPoint: points[trade.seller],
                buyerPoint: points[trade.buyer],
                interval: ghost.interval,
                energyWh: trade.energyWh,
                priceMicroEurPerKwh: trade.price,
                attribute: 0,
                kind: ghost.kind,
                broker: ghost.submitter,
                sequence: ghost.sequence,
                salt: trade.salt
            })
        );
        // Not agreed though the price is right: the seller did not sign.
        bool unsigned = !trade.agreed && trade.price >= FEED_IN && trade.price <= RETAIL;
        detail.sellerSignature = _signature(unsigned ? 0xBAD : _keyOf(_owner(trade.seller)), digest);
        detail.buyerSignature = _signature(_keyOf(_owner(trade.buyer)), digest);
    }

    function _signature(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _openTrade(Trade memory trade) private view returns (TradeBook.OpenTrade memory) {
        return TradeBook.OpenTrade(_connection(trade.seller), _connection(trade.buyer), trade.energyWh, trade.price);
    }

    /// @dev Half the time one of that state, where there is one.
    function _pickBatch(uint256 roll, NetSettlement.State wanted) private view returns (uint256 id, bool found) {
        uint256 count = market.batchCount();
        if (count == 0) return (0, false);
        id = _in(roll, 90, 1, count);
        if (_in(roll, 91, 0, 3) > 0) {
            for (uint256 i; i < count && ghosts[id].state != wanted; ++i) id = 1 + id % count;
        }
        return (id, ghosts[id].trades.length > 0);
    }

    function _sums(uint256 id) private view returns (Sums memory sums) {
        Ghost storage ghost = ghosts[id];
        for (uint256 i; i < ghost.trades.length; ++i) {
            Trade memory trade = ghost.trades[i];
            if (!trade.agreed) continue;
            _addTrade(sums, trade, _capped(id, 0, i, trade), _capped(id, ghost.areas[0] == ghost.areas[1] ? 2 : 1, i, trade));
        }
    }

    function _addTrade(Sums memory sums, Trade memory trade, Verdict memory seller, Verdict memory buyer) private pure {
        uint64 energyWh = seller.energyWh < buyer.energyWh ? seller.energyWh : buyer.energyWh;
        if (energyWh == 0) return;
        int256[2] memory fees = [_feeFor(seller, energyWh), _feeFor(buyer, energyWh)];
        int256 amount = int256((uint256(energyWh) * trade.price) / 1000);
        sums.fees[0] += fees[0];
        sums.fees[1] += fees[1];
        sums.amount[trade.seller + 1] += amount;
        sums.amount[trade.buyer + 1] -= amount + fees[0] + fees[1];
        sums.netWh[trade.seller + 1] += int256(uint256(energyWh));
        sums.netWh[trade.buyer + 1] -= int256(uint256(energyWh));
        (sums.traded[trade.seller + 1], sums.traded[trade.buyer + 1]) = (true, true);
    }

    /// @dev Side 2: there is no buyer's side, it lets through what the seller's does, without a fee.
    function _capped(uint256 id, uint256 side, uint256 index, Trade memory trade) private view returns (Verdict memory verdict) {
        verdict = _verdicts[id][side == 1 ? 1 : 0][index];
        if (verdict.decision > 2) return Verdict(verdict.decision, 0, 0);
        if (verdict.energyWh > trade.energyWh) verdict.energyWh = trade.energyWh;
        int64 cap = int64(uint64((uint256(verdict.energyWh) * FEE_CAP) / 1000));
        if (verdict.fee > cap) verdict.fee = cap;
        if (verdict.fee < -cap) verdict.fee = -cap;
        if (side == 2) verdict.fee = 0;
    }

    function _feeFor(Verdict memory side, uint64 energyWh) private pure returns (int256) {
        return (int256(side.fee) * int256(uint256(energyWh))) / int256(uint256(side.energyWh));
    }

    function _pack(uint256 id, Sums memory sums) private pure returns (NetSettlement.Nets memory packed) {
        packed.batchId = id;
        packed.sellerSideFeeMicroEur = int64(sums.fees[0]);
        packed.buyerSideFeeMicroEur = int64(sums.fees[1]);
        for (uint32 i; i < 8; ++i) {
            if (!sums.traded[i]) continue;
            bytes memory position = abi.encodePacked(i, _ownerNumber(i - 1), int40(sums.netWh[i]), int64(sums.amount[i]));
            packed.positions = bytes.concat(packed.positions, position);
        }
    }

    function _shift(bytes memory packed, uint256 place, uint8 by) private pure returns (bytes memory) {
        unchecked {
            packed[place] = bytes1(uint8(packed[place]) + by);
        }
        return packed;
    }
}
