// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {AuctionMarket} from "./market/AuctionMarket.sol";
import {PoolMarket} from "./market/PoolMarket.sol";
import {SealedMarket} from "./market/SealedMarket.sol";

/// @title The energy market: trades between two, inside communities and between zones, the pool of an interval, the reverse
///        auction of an aggregator
/// @notice Every way of trading ends in the same kind of record, a batch of trades, before the gate of its interval.
contract EnergyMarket is SealedMarket, PoolMarket, AuctionMarket {
    constructor(Registry registry_, MarketRules rules_) MarketPart(registry_, rules_) {}
}
