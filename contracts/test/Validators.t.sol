// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../src/MarketPart.sol";
import {Roles} from "../src/Roles.sol";
import {IStanding, ProofOfEnergy} from "../src/validators/ProofOfEnergy.sol";
import {Validators} from "../src/validators/Validators.sol";
import {MarketTest} from "./MarketTest.sol";

/// @notice Standing as a test wants it: ranks of thirty operators would need thousands of readings.
contract StandingDouble is IStanding {
    uint32 public constant epochSeconds = 86_400;
    mapping(address account => uint256) public standingOf;

    function set(address account, uint256 standing) external {
        standingOf[account] = standing;
    }
}

/// @notice The set is made in setUp, so that its slots are as cold in the test as they are for an engine.
contract ValidatorsReadingTest is MarketTest {
    Validators private validators;

    function setUp() public override {
        super.setUp();
        address[] memory founders = new address[](30);
        for (uint256 i; i < 30; ++i) founders[i] = address(uint160((i + 1) << 150) | uint160(type(uint128).max - i));
        validators = new Validators(registry, rules, new StandingDouble(), founders, Validators.Terms(4, 30));
    }

    function test_V1_the_set_is_handed_out_for_less_than_60000_gas_at_30_and_as_it_was_put_in() public view {
        bytes memory question = abi.encodeCall(Validators.getValidators, ());
        uint256 before = gasleft();
        (bool answered, bytes memory answer) = address(validators).staticcall(question);
        uint256 used = before - gasleft();
        assertTrue(answered, "never reverts");
        address[] memory set = abi.decode(answer, (address[]));
        // 600 bytes are 19 slots: were they warm, the figure would mean nothing.
        assertTrue(used > 20 * 2100, "cold");
        assertTrue(used <= 60_000, "gas");
        assertEq(set.length, 30, "thirty");
        for (uint256 i; i < 30; ++i) {
            assertEq(set[i], address(uint160((i + 1) << 150) | uint160(type(uint128).max - i)), "address");
        }
    }
}

contract ValidatorsTest is MarketTest {
    uint256 private constant EPOCH = 86_400;
    uint64 private constant START = 1_800_000_000;

    StandingDouble private standing;
    Validators private validators;
    uint64 private _now;

    function setUp() public override {
        super.setUp();
        standing = new StandingDouble();
        validators = _founded(4, 4, 7);
        _now = START;
    }

    function test_V2_operators_and_aggregators_stand_and_nobody_else() public {
        bytes memory refusal =
            abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.DSO | Roles.TSO | Roles.AGGREGATOR);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        validators.stand();
        vm.expectEmit(address(validators));
        emit Validators.CandidateStood(TSO);
        vm.prank(TSO);
        validators.stand();
        vm.expectRevert(abi.encodeWithSelector(Validators.AlreadyStanding.selector, TSO));
        vm.prank(TSO);
        validators.stand();
        registry.suspend(COOP, true);
        vm.expectRevert(
            abi.encodeWithSelector(MarketPart.RoleMissing.selector, COOP, Roles.DSO | Roles.TSO | Roles.AGGREGATOR)
        );
        vm.prank(COOP);
        validators.stand();
        vm.expectRevert(abi.encodeWithSelector(Validators.NotStanding.selector, ALICE));
        vm.prank(ALICE);
        validators.resign();
    }

    function test_V3_the_set_changes_at_the_end_of_an_epoch_only_and_once() public {
        _stand(_member(10), 5);
        bytes memory before = abi.encode(validators.getValidators());
        registry.suspend(_member(0), true);
        vm.prank(_member(1));
        validators.resign();
        assertTrue(keccak256(before) == keccak256(abi.encode(validators.getValidators())), "within the epoch");
        vm.warp(START + EPOCH - 1);
        vm.expectRevert(abi.encodeWithSelector(Validators.EpochRunning.selector, START + EPOCH));
        validators.endEpoch();
        vm.warp(START + EPOCH);
        vm.prank(address(0xbad));
        validators.endEpoch();
        assertTrue(keccak256(before) != keccak256(abi.encode(validators.getValidators())), "at its end");
        vm.expectRevert(abi.encodeWithSelector(Validators.EpochRunning.selector, START + 2 * EPOCH));
        validators.endEpoch();
    }

    function test_V3_a_late_end_does_not_bring_the_next_one_nearer() public {
        vm.warp(START + 10 * EPOCH - 1);
        validators.endEpoch();
        vm.warp(START + 11 * EPOCH - 2);
        vm.expectRevert(abi.encodeWithSelector(Validators.EpochRunning.selector, START + 11 * EPOCH - 1));
        validators.endEpoch();
    }

    function test_V4_free_seats_go_to_the_candidates_of_highest_standing_at_most_a_third_of_the_set_at_a_time() public {
        _stand(_member(10), 5);
        _stand(_member(11), 9);
        _stand(_member(12), 9);
        vm.expectEmit(address(validators));
        emit Validators.SeatGained(_lower(_member(11), _member(12)), 1, 9);
        _endEpoch();
        assertEq(validators.getValidators().length, 5, "one of four");
        _endEpoch();
        _endEpoch();
        assertEq(validators.getValidators().length, 7, "all seats taken");
        assertTrue(_seated(_member(10)) && _seated(_member(11)) && _seated(_member(12)), "all three");
    }

    function test_V5_a_member_is_replaced_only_by_a_candidate_of_strictly_higher_standing() public {
        validators = _founded(7, 4, 7);
        for (uint256 i; i < 7; ++i) standing.set(_member(i), 10 + i);
        _stand(_member(10), 10);
        _endEpoch();
        assertTrue(_seated(_member(0)) && !_seated(_member(10)), "an equal does not replace");
        standing.set(_member(10), 11);
        vm.expectEmit(address(validators));
        emit Validators.SeatGained(_member(10), 2, 11);
        vm.expectEmit(address(validators));
        emit Validators.SeatLost(_member(0), 2, 10, true);
        _endEpoch();
        assertTrue(!_seated(_member(0)) && _seated(_member(10)), "a better one does");
        // It stands on and comes back when it is the better one again.
        standing.set(_member(0), 12);
        _endEpoch();
        assertTrue(_seated(_member(0)), "back");
    }

    function test_V6_a_suspended_revoked_or_leaving_member_loses_its_seat_at_the_next_end() public {
        validators = _founded(7, 4, 7);
        for (uint256 i; i < 7; ++i) standing.set(_member(i), 100 + i);
        _stand(_member(10), 1);
        registry.suspend(_member(6), true);
        registry.revoke(_member(5), Roles.DSO);
        vm.prank(_member(4));
        validators.resign();
        // Two of seven may change: first those of lowest standing among the ineligible. One seat is filled, one stays free.
        _endEpoch();
        assertTrue(!_seated(_member(4)) && !_seated(_member(5)) && _seated(_member(6)), "two went");
        assertTrue(_seated(_member(10)), "a candidate of any standing fills the seat");
        assertEq(validators.getValidators().length, 6, "size");
        _endEpoch();
        assertTrue(!_seated(_member(6)), "the third");
        registry.suspend(_member(6), false);
        _endEpoch();
        assertTrue(!_seated(_member(6)), "must stand again");
    }

    function test_V7_the_set_never_shrinks_below_the_minimum_and_says_who_stays_for_that() public {
        for (uint256 i; i < 4; ++i) {
            registry.suspend(_member(i), true);
            standing.set(_member(i), i);
        }
        vm.expectEmit(address(validators));
        emit Validators.SeatKept(_member(3), 1, 3);
        _endEpoch();
        assertEq(validators.getValidators().length, 4, "size");
        // The least bad stay: the one of lowest standing goes as soon as somebody can take its seat.
        _stand(_member(10), 0);
        vm.expectEmit(address(validators));
        emit Validators.SeatLost(_member(0), 2, 0, false);
        _endEpoch();
        assertTrue(!_seated(_member(0)) && _seated(_member(10)), "replaced");
        assertEq(validators.getValidators().length, 4, "size");
    }

    function test_V7_founders_below_the_minimum_are_kept_until_others_come() public {
        validators = _founded(2, 4, 7);
        registry.suspend(_member(0), true);
        _endEpoch();
        assertEq(validators.getValidators().length, 2, "kept");
        _stand(_member(10), 0);
        _endEpoch();
        assertTrue(!_seated(_member(0)) && _seated(_member(10)), "replaced");
    }

    function test_V8_candidates_are_64_at_most_and_those_without_a_role_are_put_off_the_list() public {
        for (uint256 i = 10; i < 70; ++i) _stand(_member(i), 0);
        address late = _member(70);
        _register(late, Roles.AGGREGATOR, "late");
        vm.expectRevert(Validators.TooManyCandidates.selector);
        vm.prank(late);
        validators.stand();
        for (uint256 i = 20; i < 70; ++i) registry.revoke(_member(i), Roles.AGGREGATOR);
        _endEpoch();
        assertEq(validators.candidates().length, 14, "candidates");
        vm.prank(late);
        validators.stand();
    }

    function test_V8_the_end_of_an_epoch_with_every_seat_and_candidate_taken_fits_a_block() public {
        validators = _founded(30, 4, 30);
        for (uint256 i; i < 30; ++i) {
            standing.set(_member(i), i);
            if (i < 10) {
                registry.suspend(_member(i), true);
            } else if (i < 20) {
                vm.prank(_member(i));
                validators.resign();
            }
        }
        uint256 room = 64 - validators.candidates().length;
        for (uint256 i; i < room; ++i) _stand(_member(30 + i), 1000 + (i * 37) % 64);
        vm.warp(START + EPOCH);
        uint256 before = gasleft();
        validators.endEpoch();
        uint256 used = before - gasleft();
        assertTrue(used < 5_000_000, "gas");
        assertEq(validators.getValidators().length, 30, "size");
    }

    function test_V9_consecutive_sets_share_a_quorum_of_both_for_every_size() public {
        for (uint256 i; i < 40; ++i) _register(_member(100 + i), Roles.AGGREGATOR, "candidate");
        for (uint256 n = 4; n <= 30; ++n) _rehearse(n, 4);
    }

    function testFuzz_V9_consecutive_sets_share_a_quorum_of_both(uint256 n, uint256 seed) public {
        for (uint256 i; i < 8; ++i) _register(_member(100 + i), Roles.TSO, "candidate");
        _rehearseFrom(bound(n, 4, 12), 8, 3, seed);
    }

    function test_V10_standing_from_the_meters_wins_a_seat() public {
        ProofOfEnergy proof = new ProofOfEnergy(registry, rules, metering, uint32(EPOCH));
        address[] memory founders = new address[](4);
        for (uint256 i; i < 4; ++i) founders[i] = address(uint160(i + 1));
        for (uint256 i; i < 4; ++i) _register(founders[i], Roles.TSO, "founder");
        validators = new Validators(registry, rules, proof, founders, Validators.Terms(4, 4));
        vm.prank(COOP);
        validators.stand();
        vm.warp(AFTER);
        _report(COOP_1, 800);
        _report(COOP_2, -500);
        _settlePoint(COOP_1);
        _settlePoint(COOP_2);
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
        bytes32[] memory points = new bytes32[](2);
        (points[0], points[1]) = (COOP_1, COOP_2);
        proof.claim(COOP, SLOT, points);
        vm.warp(START + EPOCH);
        validators.endEpoch();
        assertTrue(_seated(COOP) && !_seated(founders[3]), "in by merit");
    }

    function test_V11_terms_and_founders_are_checked() public {
        address[] memory founders = new address[](2);
        (founders[0], founders[1]) = (address(2), address(1));
        vm.expectRevert(abi.encodeWithSelector(Validators.FoundersInvalid.selector, 2));
        new Validators(registry, rules, standing, founders, Validators.Terms(4, 7));
        founders[0] = founders[1];
        vm.expectRevert(abi.encodeWithSelector(Validators.FoundersInvalid.selector, 2));
        new Validators(registry, rules, standing, founders, Validators.Terms(4, 7));
        founders[0] = address(0);
        vm.expectRevert(abi.encodeWithSelector(Validators.FoundersInvalid.selector, 2));
        new Validators(registry, rules, standing, founders, Validators.Terms(4, 7));
        vm.expectRevert(abi.encodeWithSelector(Validators.FoundersInvalid.selector, 0));
        new Validators(registry, rules, standing, new address[](0), Validators.Terms(4, 7));
        vm.expectRevert(abi.encodeWithSelector(Validators.TermsInvalid.selector, uint8(4), uint8(31)));
        new Validators(registry, rules, standing, founders, Validators.Terms(4, 31));
        vm.expectRevert(abi.encodeWithSelector(Validators.TermsInvalid.selector, uint8(8), uint8(7)));
        new Validators(registry, rules, standing, founders, Validators.Terms(8, 7));
    }

    function _rehearse(uint256 n, uint256 epochs) private {
        uint256 changed = _rehearseFrom(n, 40, epochs, uint256(keccak256(abi.encode(n))));
        assertTrue(changed > 0, "a rehearsal in which nobody comes or goes shows nothing");
    }

    /// @return changed epochs that ended with another set
    function _rehearseFrom(uint256 n, uint256 outsiders, uint256 epochs, uint256 seed) private returns (uint256 changed) {
        validators = _founded(n, 4, 30);
        for (uint256 e; e < epochs; ++e) {
            for (uint256 i; i < n + outsiders; ++i) {
                seed = uint256(keccak256(abi.encode(seed)));
                _act(_member(i < n ? i : 100 + i - n), seed, e);
            }
            address[] memory before = validators.getValidators();
            _endEpoch();
            address[] memory next = validators.getValidators();
            _compare(before, next);
            if (keccak256(abi.encode(before)) != keccak256(abi.encode(next))) ++changed;
        }
    }

    /// @dev Half of the accounts at a time lose or regain their place; in some epochs nearly all of them.
    function _act(address account, uint256 seed, uint256 epoch) private {
        standing.set(account, (seed >> 16) % 50);
        registry.suspend(account, (seed >> 32) % (2 + epoch % 3) != 0);
        vm.prank(account);
        if (seed % 3 == 0) try validators.resign() {} catch {}
        else try validators.stand() {} catch {}
    }

    function _compare(address[] memory before, address[] memory next) private pure {
        uint256 common;
        for (uint256 i; i < next.length; ++i) {
            if (i > 0) assertTrue(next[i - 1] < next[i], "ascending, each once");
            for (uint256 k; k < before.length; ++k) if (before[k] == next[i]) ++common;
        }
        assertTrue(common >= (2 * before.length + 2) / 3, "a quorum of the old set");
        assertTrue(common >= (2 * next.length + 2) / 3, "a quorum of the new set");
        assertTrue(next.length >= 4 && next.length <= 30, "size");
    }

    /// @dev A set of the first n members, registered as operators.
    function _founded(uint256 n, uint8 minimum, uint8 seats) private returns (Validators) {
        address[] memory founders = new address[](n);
        for (uint256 i; i < n; ++i) {
            address account = _member(i);
            if (registry.participantOf(account).number == 0) _register(account, Roles.DSO, "member");
            uint256 place = i;
            for (; place > 0 && founders[place - 1] > account; --place) founders[place] = founders[place - 1];
            founders[place] = account;
        }
        return new Validators(registry, rules, standing, founders, Validators.Terms(minimum, seats));
    }

    function _stand(address account, uint256 standing_) private {
        if (registry.participantOf(account).number == 0) _register(account, Roles.AGGREGATOR, "candidate");
        standing.set(account, standing_);
        vm.prank(account);
        validators.stand();
    }

    function _endEpoch() private {
        _now += uint64(EPOCH);
        vm.warp(_now);
        validators.endEpoch();
    }

    function _seated(address account) private view returns (bool) {
        address[] memory set = validators.getValidators();
        for (uint256 i; i < set.length; ++i) if (set[i] == account) return true;
        return false;
    }

    function _member(uint256 i) private pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("validator", i)))));
    }

    function _lower(address a, address b) private pure returns (address) {
        return a < b ? a : b;
    }
}
