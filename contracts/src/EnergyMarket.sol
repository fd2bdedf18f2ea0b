// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {AuctionMarket} from "./market/AuctionMarket.sol";
import {SealedMarket} from "./market/SealedMarket.sol";
import {TradeKind} from "./market/TradeKind.sol";

/// @title The energy market: trades between two, inside communities and between zones, the reverse auction of an
///        aggregator, and what the pool matched
/// @notice Every way of trading ends in the same kind of record, a batch of trades, before the gate of its interval.
contract EnergyMarket is SealedMarket, AuctionMarket {
    error NotPool(address account);

    /// @notice The contract that clears the pool.
    address public immutable pool;

    constructor(Registry registry_, MarketRules rules_, address pool_) MarketPart(registry_, rules_) {
        pool = pool_;
    }

    /// @notice Records what the pool matched in one interval.
    /// @param submitter the participant that had it recorded
    /// @dev Reverts NotPool, GateClosed, PriceOutsideCorridor.
    function recordPool(uint64 interval, address submitter, MatchedTrade[] calldata matched) external {
        if (msg.sender != pool) revert NotPool(msg.sender);
        _requireBeforeGate(interval);
        MarketRules.Tariff memory tariff = rules.tariffAt(interval);
        for (uint256 i; i < matched.length; ++i) _requireCorridor(tariff, matched[i].priceMicroEurPerKwh, TradeKind.POOL);
        _recordByArea(interval, TradeKind.POOL, submitter, matched);
    }
}
