// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Roles} from "../../src/Roles.sol";
import {PointsPlay} from "./PointsPlay.sol";

/// @notice Plays the whole market at random over three intervals and two areas: every action either has nothing to do, or is
///         foretold to succeed or to be refused. This part plays the validators.
contract MarketHandler is PointsPlay {
    address[] private _set;
    mapping(address account => bool) private _stands;
    uint64 private _endedAt;

    function setUp() public override {
        super.setUp();
        _set = validators.getValidators();
        for (uint256 i; i < _set.length; ++i) _stands[_set[i]] = true;
        _endedAt = clock;
    }

    // --- actions ---

    /// Roles, suspensions and standings of validators change, at times of all at once.
    function stirValidators(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        for (uint256 i; i < VALIDATORS; ++i) {
            uint256 own = uint256(keccak256(abi.encode(roll, i)));
            if (roll % 4 > 1 && own % 2 == 0) continue;
            address account = _validator(i);
            registry.suspend(account, roll % 4 == 0 || (roll % 4 > 1 && own % 8 == 1));
            if (own % 8 == 3) registry.revoke(account, Roles.AGGREGATOR);
            else registry.grant(account, Roles.AGGREGATOR);
            standingOf[account] = _in(own, 3, 0, 9);
        }
        _did();
    }

    /// All try to stand, also those that may not.
    function stand(uint256 seed) external plays {
        _roll(seed);
        uint256 stood;
        for (uint256 i; i < VALIDATORS; ++i) {
            address account = _validator(i);
            bool fits = !_stands[account] && registry.holds(account, Roles.AGGREGATOR);
            if (!_foretold(account, address(validators), abi.encodeCall(validators.stand, ()), fits, 15, "a candidate")) continue;
            _stands[account] = true;
            ++stood;
        }
        if (stood > 0) _did();
    }

    function resign(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        address account = _validator(_in(roll, 1, 0, VALIDATORS - 1));
        if (roll % 3 > 0) return _idle();
        if (!_foretold(account, address(validators), abi.encodeCall(validators.resign, ()), _stands[account], 15, "a resignation")) return;
        _stands[account] = false;
        _did();
    }

    function endEpoch(uint256 seed) external plays {
        _roll(seed);
        bool fits = clock >= _endedAt + EPOCH;
        if (!_foretold(BOB, address(validators), abi.encodeCall(validators.endEpoch, ()), fits, 15, "the end of an epoch")) return;
        _endedAt = clock;
        address[] memory next = validators.getValidators();
        uint256 stayed;
        for (uint256 i; i < next.length; ++i) if (_contains(_set, next[i])) ++stayed;
        uint256 most = _set.length < 3 ? 1 : _set.length / 3;
        if (_set.length - stayed > most || next.length - stayed > most) _break(15, "more than a third of the set changed");
        _set = next;
        for (uint256 i; i < VALIDATORS; ++i) _stands[_validator(i)] = _contains(validators.candidates(), _validator(i));
        _did();
    }

    // --- what the invariants ask ---

    function checkValidators() external view {
        address[] memory found = validators.getValidators();
        assertEq(found.length, _set.length, "I15 changed within an epoch");
        assertTrue(found.length >= 4 && found.length <= 7, "I15 below the minimum or beyond the seats");
        for (uint256 i; i < found.length; ++i) {
            assertEq(found[i], _set[i], "I15 changed within an epoch");
            if (i > 0) assertTrue(found[i] > found[i - 1], "I15 not ascending");
        }
    }

    function _contains(address[] memory accounts, address account) private pure returns (bool) {
        for (uint256 i; i < accounts.length; ++i) if (accounts[i] == account) return true;
        return false;
    }
}
