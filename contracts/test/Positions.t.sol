// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {GridSupervision} from "../src/GridSupervision.sol";
import {SealedMarket} from "../src/market/SealedMarket.sol";
import {Roles} from "../src/Roles.sol";
import {NetSettlement} from "../src/settlement/NetSettlement.sol";
import {BYTES_PER_POSITION, POINTS_PER_GROUP, Positions, POSITIONS_PER_PART, WORDS_PER_GROUP} from "../src/settlement/Positions.sol";
import {Settlement} from "../src/Settlement.sol";
import {MarketTest} from "./MarketTest.sol";

/// @notice What a batch says of points is kept as a hash a group, and brought back when nothing can change any more.
contract PositionsTest is MarketTest {
    /// Most trades of a batch, and positions of its nets.
    uint256 private constant TRADES = 1024;
    uint256 private constant PARTICIPANTS = 16;

    function test_N13_nobody_gathers_while_the_nets_can_change() public {
        uint256 id = _twoBatches();
        Positions.Sheet memory sheet = _sheet();
        vm.expectRevert(abi.encodeWithSelector(NetSettlement.ObjectionTimeRunning.selector, SLOT, AFTER + OBJECTION));
        nets.gather(SLOT, sheet);
        vm.prank(BOB);
        nets.objectTo(id);
        vm.warp(AFTER + OBJECTION);
        vm.expectRevert(abi.encodeWithSelector(NetSettlement.ObjectionsOpen.selector, SLOT, 1));
        nets.gather(SLOT, sheet);
        nets.voidObjected(_netsOf(id));
        vm.expectRevert(_differs());
        nets.gather(SLOT, sheet);
        _addPart(_netsOf(id).positions, -1);
        assertEq(nets.openGroupCount(SLOT), 1, "group to gather");
        nets.gather(SLOT, _sheet());
        assertEq(nets.openGroupCount(SLOT), 0, "gathered");
        assertEq(ledger.balanceOf(ALICE), 120_000, "the batch that stands");
        assertEq(ledger.balanceOfNumber(0), 0, "clearing");
        assertEq(nets.tradedPointCount(SLOT), 2, "points");
    }

    function test_N13_what_was_not_given_or_stood_in_another_order_is_not_gathered() public {
        _twoBatches();
        vm.warp(AFTER + OBJECTION);
        Positions.Sheet memory sheet = _sheet();
        (sheet.parts[0], sheet.parts[1]) = (sheet.parts[1], sheet.parts[0]);
        _refuse(sheet);
        sheet = _sheet();
        sheet.parts[1].sign = -1;
        _refuse(sheet);
        sheet = _sheet();
        sheet.parts[1].positions[20] = bytes1(uint8(sheet.parts[1].positions[20]) + 1);
        _refuse(sheet);
        sheet = _sheet();
        sheet.netsWh[3] = 1;
        _refuse(sheet);
        sheet = _sheet();
        sheet.rest = "below";
        _refuse(sheet);
        sheet = _sheet();
        sheet.group = 1;
        _refuse(sheet);
        Positions.Sheet memory none;
        _refuse(none);
        nets.gather(SLOT, _sheet());
        // Not twice: neither the parts nor other energies than gathered.
        _refuse(_sheet());
        _refuse(none);
        gathered = true;
        sheet = _sheet();
        sheet.netsWh[0] ^= 1 << 64;
        _refuse(sheet);
        uint256[WORDS_PER_GROUP] memory found = nets.gather(SLOT, _sheet());
        assertEq(_netWhAt(found, registry.pointOf(SUN).number), 3000, "sold");
        assertEq(_netWhAt(found, registry.pointOf(HOME).number), -3000, "bought");
    }

    function test_N13_parts_are_gathered_newest_first_in_as_many_steps_as_one_likes_and_points_wait_for_the_last() public {
        _twoBatches();
        vm.warp(AFTER + OBJECTION);
        Positions.Part memory oldest = parts[0];
        Positions.Sheet memory sheet;
        sheet.rest = keccak256(abi.encode(bytes32(0), oldest.sign, keccak256(oldest.positions)));
        sheet.parts = new Positions.Part[](1);
        sheet.parts[0] = parts[1];
        vm.expectRevert(abi.encodeWithSelector(Settlement.GroupOpen.selector, SLOT, 0));
        settlement.settlePoints(SLOT, sheet, new bytes32[](0));
        sheet.netsWh = nets.gather(SLOT, sheet);
        assertEq(nets.openGroupCount(SLOT), 1, "half gathered");
        assertEq(ledger.balanceOf(ALICE), 240_000, "the newest");
        vm.prank(DSO);
        vm.expectRevert(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
        settlement.closeInterval(SLOT);
        (sheet.rest, sheet.parts[0]) = (0, oldest);
        settlement.settlePoints(SLOT, sheet, new bytes32[](0));
        assertEq(ledger.balanceOf(ALICE), 360_000, "both");
        assertEq(nets.openGroupCount(SLOT), 0, "gathered");
    }

    function test_N2_positions_ascend_and_numbers_begin_at_one() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        (bytes memory sun, bytes memory home) = (_position(SUN, ALICE, 0, 0), _position(HOME, BOB, 0, 0));
        bytes[5] memory unsorted = [
            bytes.concat(home, sun),
            bytes.concat(sun, sun),
            bytes.concat(_position(SUN, BOB, 0, 0), sun),
            abi.encodePacked(uint32(0), uint32(1), int40(0), int64(0)),
            abi.encodePacked(uint32(1), uint32(0), int40(0), int64(0))
        ];
        for (uint256 i; i < unsorted.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Positions.PositionsUnsorted.selector, 0));
            vm.prank(COOP);
            nets.settleBatch(NetSettlement.Nets(id, 0, 0, unsorted[i]));
        }
        vm.prank(COOP);
        nets.settleBatch(NetSettlement.Nets(id, 0, 0, bytes.concat(sun, home)));
    }

    function test_N14_nets_name_no_more_positions_than_trades_have_ends() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        NetSettlement.Nets memory given = _netsOf(id);
        given.positions = bytes.concat(given.positions, _position(COOP_1, COOP, 0, 0));
        vm.expectRevert(abi.encodeWithSelector(NetSettlement.TooManyPositions.selector, id, 3));
        vm.prank(COOP);
        nets.settleBatch(given);
    }

    function test_N14_the_longest_nets_are_cut_into_parts_that_are_gathered_in_half_a_block() public {
        uint256 id = _largestBatch();
        NetSettlement.Nets memory given = NetSettlement.Nets(id, 0, 0, _largestPositions());
        vm.warp(AFTER);
        uint256 before = gasleft();
        vm.prank(COOP);
        nets.settleBatch(given);
        assertTrue(before - gasleft() < 15_000_000, "gas of the nets");
        vm.warp(AFTER + OBJECTION);
        uint256 bytesPerPart = POSITIONS_PER_PART * BYTES_PER_POSITION;
        bytes32[5] memory chains;
        for (uint256 i; i < 4; ++i) {
            bytes32 hash = keccak256(_slice(given.positions, i * bytesPerPart, bytesPerPart));
            chains[i + 1] = keccak256(abi.encode(chains[i], int8(1), hash));
        }
        assertTrue(nets.groupOf(SLOT, 1) == chains[4], "four parts");
        Positions.Sheet memory sheet;
        sheet.group = 1;
        sheet.parts = new Positions.Part[](1);
        for (uint256 left = 4; left > 0; --left) {
            sheet.rest = chains[left - 1];
            sheet.parts[0] = Positions.Part(1, _slice(given.positions, (left - 1) * bytesPerPart, bytesPerPart));
            before = gasleft();
            sheet.netsWh = nets.gather(SLOT, sheet);
            assertTrue(before - gasleft() < 15_000_000, "gas to gather");
        }
        assertEq(nets.openGroupCount(SLOT), 0, "gathered");
        assertEq(nets.tradedPointCount(SLOT), 128, "points");
    }

    function test_S1_a_point_settles_with_the_sheet_of_its_own_group() public {
        vm.warp(AFTER);
        _report(SUN, 0);
        Positions.Sheet memory sheet;
        sheet.group = 1;
        vm.expectRevert(abi.encodeWithSelector(Settlement.PointNotInGroup.selector, SUN, 1));
        settlement.settlePoints(SLOT, sheet, _points(SUN));
        _settlePoint(SUN);
    }

    /// False nets name whatever point they like; once void they keep nothing open.
    function test_S3_points_whose_trades_cancel_out_need_no_reading() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        _giveNets(id);
        vm.prank(BOB);
        nets.objectTo(id);
        vm.warp(AFTER + OBJECTION);
        nets.voidObjected(_netsOf(id));
        _addPart(_netsOf(id).positions, -1);
        nets.gather(SLOT, _sheet());
        assertEq(nets.tradedPointCount(SLOT), 0, "points");
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
        assertEq(ledger.balanceOf(ALICE), 0, "nothing moved");
    }

    /// For any energies and any signs the sheet shows their sums.
    function testFuzz_N13_energies_add_up_by_point(int40[6] memory energies, uint8 back) public {
        (uint32 sun, uint32 home) = (registry.pointOf(SUN).number, registry.pointOf(HOME).number);
        int256 expected;
        uint256[6] memory ids;
        for (uint256 i; i < 6; ++i) {
            ids[i] = _trade(1000, 120_000);
            _verdict(ids[i], 1, 1000, 0);
        }
        vm.warp(AFTER);
        for (uint256 i; i < 6; ++i) {
            if (energies[i] == type(int40).min) energies[i] = 0;
            bytes memory positions =
                bytes.concat(_position(SUN, ALICE, energies[i], 7), _position(HOME, BOB, -energies[i], -7));
            vm.prank(COOP);
            nets.settleBatch(NetSettlement.Nets(ids[i], 0, 0, positions));
            _addPart(positions, 1);
            if (back & (1 << i) != 0) {
                vm.prank(BOB);
                nets.objectTo(ids[i]);
            } else {
                expected += energies[i];
            }
        }
        vm.warp(AFTER + OBJECTION);
        for (uint256 i; i < 6; ++i) {
            if (back & (1 << i) == 0) continue;
            nets.voidObjected(NetSettlement.Nets(ids[i], 0, 0, parts[i].positions));
            _addPart(parts[i].positions, -1);
        }
        uint256[WORDS_PER_GROUP] memory found = nets.gather(SLOT, _sheet());
        assertEq(_netWhAt(found, sun), expected, "sun");
        assertEq(_netWhAt(found, home), -expected, "home");
        assertEq(nets.tradedPointCount(SLOT), expected == 0 ? 0 : 2, "points");
        gathered = true;
        nets.gather(SLOT, _sheet());
    }

    /// @return second batch; the first has half its energy
    function _twoBatches() private returns (uint256 second) {
        uint256 first = _trade(1000, 120_000);
        second = _trade(2000, 120_000);
        _verdict(first, 1, 1000, 0);
        _verdict(second, 1, 2000, 0);
        vm.warp(AFTER);
        _giveNets(first);
        _giveNets(second);
    }

    /// @dev 1,024 trades, one of them let through: the nets that are given for them may be as false as one likes.
    function _largestBatch() private returns (uint256 id) {
        bytes32[] memory leaves = new bytes32[](TRADES);
        for (uint256 i; i < TRADES; ++i) leaves[i] = bytes32(i + 1);
        SealedMarket.SealedTerms memory terms = SealedMarket.SealedTerms(SLOT, 0, 1, 1, market.nextSequence(COOP));
        vm.prank(COOP);
        id = market.commitTrades(terms, leaves, "");
        GridSupervision.Round[] memory rounds = new GridSupervision.Round[](1);
        rounds[0] = GridSupervision.Round(id, hex"0000010007", "digest", "");
        vm.prank(DSO);
        supervision.giveVerdicts(rounds);
    }

    /// @dev 128 points of the second group, 16 participants each, no two neighbours in one slot of the ledger.
    function _largestPositions() private returns (bytes memory packed) {
        uint32 first = registry.pointCount() + 1;
        for (uint256 i = first; i < POINTS_PER_GROUP + 128; ++i) _connect(bytes32(i << 128), COOP);
        uint32[PARTICIPANTS] memory numbers;
        for (uint256 i; i < 2 * PARTICIPANTS; ++i) {
            address account = address(uint160(0xFF00 + i));
            _register(account, Roles.PROSUMER, "many");
            if (i % 2 == 0) numbers[i / 2] = registry.numberOf(account);
        }
        for (uint32 point = uint32(POINTS_PER_GROUP); point < POINTS_PER_GROUP + 128; ++point) {
            bytes memory own;
            for (uint256 i; i < PARTICIPANTS; ++i) {
                int40 netWh = point % 2 == 0 ? type(int40).max : -type(int40).max;
                own = bytes.concat(own, abi.encodePacked(point, numbers[i], netWh, i % 2 == 0 ? type(int64).max : -type(int64).max));
            }
            packed = bytes.concat(packed, own);
        }
    }

    function _slice(bytes memory all, uint256 start, uint256 length) private pure returns (bytes memory slice) {
        slice = new bytes(length);
        for (uint256 i; i < length; ++i) slice[i] = all[start + i];
    }

    function _netWhAt(uint256[WORDS_PER_GROUP] memory netsWh, uint32 point) private pure returns (int256) {
        return int64(uint64(netsWh[(point % POINTS_PER_GROUP) / 4] >> (64 * (point % 4))));
    }

    function _refuse(Positions.Sheet memory sheet) private {
        vm.expectRevert(abi.encodeWithSelector(Positions.SheetDiffers.selector, SLOT, sheet.group));
        nets.gather(SLOT, sheet);
    }

    function _differs() private pure returns (bytes memory) {
        return abi.encodeWithSelector(Positions.SheetDiffers.selector, SLOT, 0);
    }
}
