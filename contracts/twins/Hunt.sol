// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketInvariants} from "../test/invariants/Market.t.sol";
import {MarketHandler} from "../test/invariants/MarketHandler.sol";

/// @notice Plays the market of a broken twin and says which invariants notice. It never fails itself: a failure would be played
///         again step by step, with gigabytes of traces.
contract Hunt is MarketInvariants {
    uint256 private constant ROUNDS = 10;
    uint256 private constant ACTIONS_PER_ROUND = 160;

    mapping(bytes32 said => bool) private _said;

    function test_hunt() external {
        bytes4[] memory actions = _actions();
        for (uint256 round; round < ROUNDS; ++round) {
            handler = new MarketHandler();
            handler.setUp();
            for (uint256 i; i < ACTIONS_PER_ROUND; ++i) {
                uint256 seed = uint256(keccak256(abi.encode("hunt", round, i)));
                _try(abi.encodePacked(actions[seed % actions.length], seed), "I0");
                if (i % 30 == 29) _probe();
            }
            _try(abi.encodeCall(handler.finish, ()), "I16");
            for (uint64 k; k < 3; ++k) if (!handler.closed(1_800_007_200 + 900 * k)) _say("I16 an interval never closes");
            _probe();
        }
        _say("end of the hunt");
    }

    function _probe() private {
        if (handler.sumOfBalances() != 0) _say("I2 sum of balances");
        bytes4[13] memory checks = [
            handler.checkPositions.selector,
            handler.checkStates.selector,
            handler.checkBalances.selector,
            handler.checkVerdicts.selector,
            handler.checkOrders.selector,
            handler.checkAuctions.selector,
            handler.checkUnits.selector,
            handler.checkSales.selector,
            handler.checkCurtailment.selector,
            handler.checkReadings.selector,
            handler.checkTariff.selector,
            handler.checkValidators.selector,
            handler.checkPoints.selector
        ];
        for (uint256 i; i < checks.length; ++i) _try(abi.encodePacked(checks[i]), "");
        for (uint256 n = 1; n <= 18; ++n) {
            string memory breach = handler.breach(n);
            if (bytes(breach).length > 0) _say(string.concat("I", _decimal(n), " ", breach));
        }
    }

    /// @dev An assertion's words begin with its invariant; any other failure is told under `otherwise`.
    function _try(bytes memory call, string memory otherwise) private {
        (bool ok, bytes memory problem) = address(handler).call(call);
        if (ok) return;
        bytes4 selector = bytes4(problem);
        assembly {
            problem := add(problem, 4)
        }
        if (selector == NotTrue.selector) return _say(_words(problem));
        if (selector == NotEqual.selector) return _say(_words(problem));
        _say(string.concat(otherwise, " an action reverted"));
    }

    /// @dev The string at the end of an error's data: its offset is the first argument.
    function _words(bytes memory data) private pure returns (string memory words) {
        assembly {
            let start := add(data, 32)
            words := add(start, mload(start))
        }
    }

    function _say(string memory words) private {
        bytes32 hash = keccak256(bytes(words));
        if (_said[hash]) return;
        _said[hash] = true;
        (bool ok, ) = address(0x000000000000000000636F6e736F6c652e6c6f67).staticcall(
            abi.encodeWithSignature("log(string)", string.concat("hunt: ", words))
        );
        assertTrue(ok, "console");
    }

    function _decimal(uint256 n) private pure returns (string memory) {
        return n < 10 ? string(abi.encodePacked(uint8(48 + n))) : string(abi.encodePacked(uint8(49), uint8(38 + n)));
    }
}
