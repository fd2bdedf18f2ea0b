// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

/// @title Every number the market's contracts are run with, in one place
/// @notice Times and bounds are fixed at deployment. The tariff may change, announced ahead and never for the past.
contract MarketRules is Ownable2Step {
    struct Rules {
        /// Length of a delivery interval, s.
        uint32 intervalSeconds;
        /// The gate of an interval closes so long before delivery, s.
        uint32 gateLeadSeconds;
        /// Orders for the pool of an interval stop so long before its gate, s: from then to the gate it may be cleared.
        uint32 poolLeadSeconds;
        /// 0 one price for all, 1 every pair at its seller's limit.
        uint8 poolPricing;
        /// A new tariff is announced at least so long before it holds, s.
        uint32 tariffNoticeSeconds;
        /// Readings and settled batches may be objected to for so long, and an objection answered for so long after that, s.
        uint32 objectionSeconds;
        /// Paid by a flexibility seller for energy ordered and not delivered.
        uint64 flexibilityPenaltyMicroEurPerKwh;
        /// Most energy one curtailment order may name.
        uint64 curtailmentMaxWh;
        /// Highest compensation of a curtailment order, per energy ordered.
        uint64 compensationMaxMicroEurPerKwh;
        /// A batch whose nets are not given so long after delivery is void, s.
        uint32 settlementSeconds;
        /// Paid by who objected to a batch that was right, to who submitted it.
        uint64 objectionCostMicroEur;
        /// Account that buys surplus at the feed-in price and sells deficit at the retail price.
        address retailer;
    }

    /// @dev One slot.
    struct Tariff {
        /// First interval it holds for, Unix seconds.
        uint64 validFrom;
        uint64 feedInMicroEurPerKwh;
        uint64 retailMicroEurPerKwh;
        /// Bound on the size of a grid fee, per energy accepted.
        uint64 feeCapMicroEurPerKwh;
    }

    /// @notice What this market is run with; said once, at its deployment.
    event RulesFixed(Rules rules);
    event TariffAnnounced(
        uint64 indexed validFrom, uint64 feedInMicroEurPerKwh, uint64 retailMicroEurPerKwh, uint64 feeCapMicroEurPerKwh
    );

    error RulesInvalid();
    error CorridorInvalid(uint64 feedInMicroEurPerKwh, uint64 retailMicroEurPerKwh);
    error NoticeTooShort(uint64 validFrom, uint256 earliest);
    error NoticeTooLong(uint64 validFrom, uint256 latest);
    error RetailPriceTooLarge(uint64 retailMicroEurPerKwh, uint64 maxMicroEurPerKwh);
    error AdministratorNeeded();

    uint8 public constant PRICING_UNIFORM = 0;
    uint8 public constant PRICING_PAY_AS_BID = 1;
    /// @notice A tariff is announced at most so long before its notice ends, s: no other can come between, so one announced for the
    ///         year 59000, in milliseconds, would stand before every later one.
    uint256 public constant TARIFF_LEAD_SECONDS_MAX = 366 days;
    /// @notice Highest retail price: what a trade can carry. Two orders above it would void the clearing of a pool.
    uint64 public constant RETAIL_MAX_MICRO_EUR_PER_KWH = type(uint32).max;

    uint32 public immutable intervalSeconds;
    uint32 public immutable gateLeadSeconds;
    uint32 public immutable poolLeadSeconds;
    uint8 public immutable poolPricing;
    uint32 public immutable tariffNoticeSeconds;
    uint32 public immutable objectionSeconds;
    uint64 public immutable flexibilityPenaltyMicroEurPerKwh;
    uint64 public immutable curtailmentMaxWh;
    uint64 public immutable compensationMaxMicroEurPerKwh;
    uint32 public immutable settlementSeconds;
    uint64 public immutable objectionCostMicroEur;
    address public immutable retailer;

    Tariff[] private _tariffs;

    constructor(address administrator, Rules memory rules, Tariff memory tariff) Ownable(administrator) {
        if (rules.intervalSeconds == 0 || rules.objectionSeconds == 0 || rules.retailer == address(0)) {
            revert RulesInvalid();
        }
        if (rules.poolLeadSeconds == 0 || rules.poolPricing > PRICING_PAY_AS_BID) revert RulesInvalid();
        intervalSeconds = rules.intervalSeconds;
        gateLeadSeconds = rules.gateLeadSeconds;
        poolLeadSeconds = rules.poolLeadSeconds;
        poolPricing = rules.poolPricing;
        tariffNoticeSeconds = rules.tariffNoticeSeconds;
        objectionSeconds = rules.objectionSeconds;
        flexibilityPenaltyMicroEurPerKwh = rules.flexibilityPenaltyMicroEurPerKwh;
        curtailmentMaxWh = rules.curtailmentMaxWh;
        compensationMaxMicroEurPerKwh = rules.compensationMaxMicroEurPerKwh;
        settlementSeconds = rules.settlementSeconds;
        objectionCostMicroEur = rules.objectionCostMicroEur;
        retailer = rules.retailer;
        emit RulesFixed(rules);
        // The first tariff holds from the beginning of time, so that every interval has one.
        tariff.validFrom = 0;
        _append(tariff);
    }

    /// @notice Announces the tariff that follows the last announced one.
    /// @dev Reverts NoticeTooShort, NoticeTooLong, CorridorInvalid, RetailPriceTooLarge.
    function announceTariff(Tariff calldata tariff) external onlyOwner {
        uint256 earliest = block.timestamp + tariffNoticeSeconds;
        uint256 latest = earliest + TARIFF_LEAD_SECONDS_MAX;
        uint256 afterLast = uint256(_tariffs[_tariffs.length - 1].validFrom) + 1;
        if (afterLast > earliest) earliest = afterLast;
        if (tariff.validFrom < earliest) revert NoticeTooShort(tariff.validFrom, earliest);
        if (tariff.validFrom > latest) revert NoticeTooLong(tariff.validFrom, latest);
        _append(tariff);
    }

    /// @notice Without administrator no tariff could be announced any more: the office is handed over, never laid down.
    /// @dev Reverts AdministratorNeeded, always.
    function renounceOwnership() public pure override {
        revert AdministratorNeeded();
    }

    /// @notice The tariff that holds for an interval.
    function tariffAt(uint64 interval) external view returns (Tariff memory) {
        // The first has validFrom 0: `low` always holds for the interval, what lies from `high` on does not.
        uint256 low;
        uint256 high = _tariffs.length;
        while (high - low > 1) {
            uint256 middle = (low + high) >> 1;
            if (_tariffs[middle].validFrom <= interval) low = middle;
            else high = middle;
        }
        return _tariffs[low];
    }

    function _append(Tariff memory tariff) private {
        if (tariff.feedInMicroEurPerKwh > tariff.retailMicroEurPerKwh) {
            revert CorridorInvalid(tariff.feedInMicroEurPerKwh, tariff.retailMicroEurPerKwh);
        }
        if (tariff.retailMicroEurPerKwh > RETAIL_MAX_MICRO_EUR_PER_KWH) {
            revert RetailPriceTooLarge(tariff.retailMicroEurPerKwh, RETAIL_MAX_MICRO_EUR_PER_KWH);
        }
        _tariffs.push(tariff);
        emit TariffAnnounced(
            tariff.validFrom,
            tariff.feedInMicroEurPerKwh,
            tariff.retailMicroEurPerKwh,
            tariff.feeCapMicroEurPerKwh
        );
    }
}
