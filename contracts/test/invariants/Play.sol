// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Roles} from "../../src/Roles.sol";
import {IStanding, ProofOfEnergy} from "../../src/validators/ProofOfEnergy.sol";
import {Validators} from "../../src/validators/Validators.sol";
import {MarketTest} from "../MarketTest.sol";

/// @notice The stage: two grid areas, six points, three intervals, and a clock. Every call is foretold; an answer that was not
///         is a breach, kept under the number of the invariant it breaks.
abstract contract Play is MarketTest, IStanding {
    uint64 internal constant INTERVALS = 3;
    uint256 internal constant POINTS = 6;
    bytes32 internal constant WIND = "WIND-3"; // ALICE, area 2
    bytes32 internal constant MILL = "MILL-4"; // COOP, area 2
    uint32 internal constant EPOCH = 900;
    uint256 internal constant VALIDATORS = 9;

    /// Successes of each action.
    mapping(bytes4 action => uint256) public done;
    uint256 public idle;
    /// What was answered otherwise than foretold, first of each invariant; empty: nothing.
    mapping(uint256 invariant => string) public breach;
    /// Merit of validators as the play gives it; that of meters is for ProofOfEnergy.t.sol.
    mapping(address account => uint256) public standingOf;
    /// Balances by number of the participant (0: clearing), as nets and events of settlement give them.
    mapping(uint32 participant => int256) public ghostBalance;
    /// Net energy traded, by point number.
    mapping(uint32 point => mapping(uint64 interval => int256)) public ghostTradedWh;

    ProofOfEnergy internal proof;
    Validators internal validators;
    /// Index + 1 is the number in the Registry; the first four lie in area 1.
    bytes32[6] internal points = [SUN, HOME, COOP_1, COOP_2, WIND, MILL];
    uint64 internal clock;
    uint256 private _rolls;

    /// @dev The runner does not keep the time between calls.
    modifier plays() {
        vm.warp(clock);
        _;
    }

    function setUp() public virtual override {
        super.setUp();
        clock = SLOT - 2400;
        vm.warp(clock);
        registry.grant(COOP, Roles.LARGE_CUSTOMER);
        registry.openArea(TSO);
        _connectIn(WIND, ALICE);
        _connectIn(MILL, COOP);
        proof = new ProofOfEnergy(registry, rules, metering, EPOCH);
        address[] memory founders = new address[](6);
        for (uint256 i; i < VALIDATORS; ++i) {
            _register(_validator(i), Roles.AGGREGATOR, "Validator");
            if (i < founders.length) founders[i] = _validator(i);
        }
        validators = new Validators(registry, rules, this, founders, Validators.Terms(4, 7));
    }

    function epochSeconds() external pure returns (uint32) {
        return EPOCH;
    }

    /// @dev Mostly a little; far when everything is delivered.
    function advance(uint256 seed) external {
        uint256 roll = _roll(seed);
        if (clock > SLOT + 900 * INTERVALS && roll % 2 == 0) clock += 6000;
        else if (roll % 4 == 0) clock += 300;
        else clock += uint64(_in(roll, 1, 1, 150));
        _did();
    }

    /// @dev Pauses and suspensions are short: most of the time business goes on.
    function interfere(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        if (registry.paused() || !registry.active(ALICE) || !registry.active(BOB) || !registry.active(COOP)) {
            registry.setPaused(false);
            for (uint256 i; i < POINTS; ++i) registry.suspend(_owner(i), false);
        } else if (roll % 4 == 0) {
            registry.setPaused(true);
        } else if (roll % 4 < 3) {
            return;
        } else {
            registry.suspend(_owner(_in(roll, 1, 0, 5)), true);
        }
        _did();
    }

    /// @param rule the invariant that an answer other than foretold breaks
    function _foretold(
        address sender,
        address target,
        bytes memory data,
        bool fits,
        uint256 rule,
        string memory what
    ) internal returns (bool ok) {
        vm.prank(sender);
        (ok, ) = target.call(data);
        if (ok != fits) _break(rule, string.concat(what, ok ? " was taken" : " was refused"));
        if (!ok) ++idle;
    }

    function _break(uint256 rule, string memory what) internal {
        if (bytes(breach[rule]).length == 0) breach[rule] = what;
    }

    /// @dev What succeeds takes its time: a run of idle calls does not carry the play past its gates.
    function _did() internal {
        ++done[msg.sig];
        clock += uint64(_in(_rolls, 77, 0, 200));
        vm.warp(clock);
    }

    /// @dev The fuzzer's numbers are often small or the same: mixed, so that every choice is made.
    function _roll(uint256 seed) internal returns (uint256) {
        return uint256(keccak256(abi.encode(seed, ++_rolls)));
    }

    function _in(uint256 roll, uint256 salt, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + uint256(keccak256(abi.encode(roll, salt))) % (high - low + 1);
    }

    function _interval(uint256 roll) internal pure returns (uint64) {
        return SLOT + 900 * uint64(_in(roll, 99, 0, INTERVALS - 1));
    }

    function _open() internal view returns (bool) {
        return !registry.paused();
    }

    function _owner(uint256 index) internal view returns (address) {
        if (index == 0 || index == 4) return ALICE;
        return index == 1 ? BOB : COOP;
    }

    function _ownerNumber(uint256 index) internal pure returns (uint32) {
        if (index == 0 || index == 4) return 1;
        return index == 1 ? 2 : 3;
    }

    function _keyOf(address owner) internal view returns (uint256) {
        return owner == ALICE ? ALICE_KEY : owner == BOB ? BOB_KEY : COOP_KEY;
    }

    function _area(uint256 index) internal pure returns (uint16) {
        return index < 4 ? 1 : 2;
    }

    function _operator(uint16 area) internal pure returns (address) {
        return area == 1 ? DSO : TSO;
    }

    function _validator(uint256 index) internal pure returns (address) {
        return address(uint160(0xAA00 + index));
    }

    function _connection(uint256 index) internal view returns (uint32) {
        return registry.connectionOf(points[index]);
    }

    function _gate(uint64 interval) internal pure returns (uint64) {
        return interval - 600;
    }

    function _connectIn(bytes32 point, address owner) private {
        bytes32[] memory ids = new bytes32[](1);
        address[] memory owners = new address[](1);
        (ids[0], owners[0]) = (point, owner);
        registry.connectPoints(ids, owners, 2);
        _setMeter(point, _meterKey(point));
    }
}
