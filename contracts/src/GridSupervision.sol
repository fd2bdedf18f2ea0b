// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnergyMarket} from "./EnergyMarket.sol";
import {MarketPart} from "./MarketPart.sol";
import {TradeBook} from "./market/TradeBook.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @title What the grid operator said of each trade before its gate closed
/// @notice A trade without `accepted` or `reduced` at the gate never settles. Only a hold may be replaced.
contract GridSupervision is MarketPart {
    struct VerdictTerms {
        uint256 tradeId;
        /// 1 accepted, 2 reduced, 3 rejected, 4 held
        uint8 decision;
        /// What may flow: all that was asked, less, or nothing.
        uint64 energyWh;
        /// Grid fee the buyer pays to the grid operator; negative: the operator pays the buyer.
        int64 feeMicroEur;
        uint16 reasonCode;
        /// Hash of the inputs of the check.
        bytes32 evidence;
    }

    struct Verdict {
        uint8 decision;
        uint64 energyWh;
        int56 feeMicroEur;
    }

    event VerdictGiven(
        uint256 indexed tradeId,
        uint64 indexed interval,
        uint8 decision,
        uint64 energyWh,
        int64 feeMicroEur,
        uint16 reasonCode,
        bytes32 evidence
    );

    error VerdictFinal(uint256 tradeId, uint8 decision);
    error DecisionInvalid(uint256 tradeId, uint8 decision);
    error EnergyInvalid(uint256 tradeId, uint8 decision, uint64 energyWh, uint64 askedWh);
    error FeeOutsideCap(uint256 tradeId, int64 feeMicroEur, uint256 capMicroEur);

    uint8 public constant ACCEPTED = 1;
    uint8 public constant REDUCED = 2;
    uint8 public constant REJECTED = 3;
    uint8 public constant HELD = 4;

    EnergyMarket public immutable market;

    /// @notice Number of trades of an interval that may settle: accepted or reduced.
    mapping(uint64 interval => uint256) public settleableCount;

    /// @dev Two verdicts a slot, 128 bits each: fee 56 | energy 64 | decision 8. Trade ids are consecutive, so a batch
    ///      pays for half the slots.
    mapping(uint256 pair => uint256) private _verdicts;

    constructor(EnergyMarket market_) MarketPart(market_.registry(), market_.rules()) {
        market = market_;
    }

    /// @notice Gives verdicts on trades before the gate of their interval. All or nothing.
    /// @dev Reverts RoleMissing, GateClosed, VerdictFinal, DecisionInvalid, EnergyInvalid, FeeOutsideCap, TradeUnknown.
    function giveVerdicts(VerdictTerms[] calldata terms) external onlyRole(Roles.DSO) {
        uint256[] memory tradeIds = new uint256[](terms.length);
        for (uint256 i; i < terms.length; ++i) tradeIds[i] = terms[i].tradeId;
        TradeBook.Trade[] memory asked = market.trades(tradeIds);
        uint64 interval;
        uint256 settleable;
        MarketRules.Tariff memory tariff;
        for (uint256 i; i < terms.length; ++i) {
            if (asked[i].interval != interval) {
                if (settleable > 0) settleableCount[interval] += settleable;
                (interval, settleable) = (asked[i].interval, 0);
                _requireBeforeGate(interval);
                tariff = rules.tariffAt(interval);
            }
            _requireValid(terms[i], asked[i].energyWh, tariff.feeCapMicroEurPerKwh);
            if (terms[i].decision <= REDUCED) ++settleable;
            _store(terms[i]);
            emit VerdictGiven(
                terms[i].tradeId,
                interval,
                terms[i].decision,
                terms[i].energyWh,
                terms[i].feeMicroEur,
                terms[i].reasonCode,
                terms[i].evidence
            );
        }
        if (settleable > 0) settleableCount[interval] += settleable;
    }

    /// @notice Verdicts by trade id, in the order asked; decision 0 where none was given.
    function verdicts(uint256[] calldata tradeIds) external view returns (Verdict[] memory found) {
        found = new Verdict[](tradeIds.length);
        for (uint256 i; i < tradeIds.length; ++i) found[i] = verdict(tradeIds[i]);
    }

    function verdict(uint256 tradeId) public view returns (Verdict memory) {
        uint256 bits = _verdicts[tradeId >> 1] >> _shift(tradeId);
        return Verdict({decision: uint8(bits), energyWh: uint64(bits >> 8), feeMicroEur: int56(uint56(bits >> 72))});
    }

    function _requireValid(VerdictTerms calldata term, uint64 askedWh, uint64 feeCapMicroEurPerKwh) private pure {
        bool energyValid;
        if (term.decision == ACCEPTED) energyValid = term.energyWh == askedWh;
        else if (term.decision == REDUCED) energyValid = term.energyWh > 0 && term.energyWh < askedWh;
        else if (term.decision == REJECTED || term.decision == HELD) energyValid = term.energyWh == 0;
        else revert DecisionInvalid(term.tradeId, term.decision);
        if (!energyValid) revert EnergyInvalid(term.tradeId, term.decision, term.energyWh, askedWh);

        uint256 cap = (uint256(feeCapMicroEurPerKwh) * term.energyWh) / 1000;
        // The stored fee has 56 bits: 36 thousand million euro, far beyond any fee of one trade.
        if (cap > uint256(uint56(type(int56).max))) cap = uint256(uint56(type(int56).max));
        int256 fee = term.feeMicroEur;
        if (fee > int256(cap) || -fee > int256(cap)) revert FeeOutsideCap(term.tradeId, term.feeMicroEur, cap);
    }

    function _store(VerdictTerms calldata term) private {
        uint256 pair = term.tradeId >> 1;
        uint256 shift = _shift(term.tradeId);
        uint256 bits = _verdicts[pair];
        uint8 before = uint8(bits >> shift);
        if (before != 0 && before != HELD) revert VerdictFinal(term.tradeId, before);
        // The cap keeps the fee within 56 bits.
        uint256 packed = uint256(term.decision) | (uint256(term.energyWh) << 8)
            | (uint256(uint56(int56(term.feeMicroEur))) << 72);
        _verdicts[pair] = (bits & ~(uint256(type(uint128).max) << shift)) | (packed << shift);
    }

    function _shift(uint256 tradeId) private pure returns (uint256) {
        return (tradeId & 1) << 7;
    }
}
