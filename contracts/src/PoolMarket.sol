// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnergyMarket} from "./EnergyMarket.sol";
import {OpenTrades} from "./market/OpenTrades.sol";
import {OrderBook} from "./market/OrderBook.sol";
import {PoolClearing} from "./market/PoolClearing.sol";
import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";

/// @title The pool of an interval: sorted off chain by anyone, matched and priced here, once, recorded by the EnergyMarket
/// @notice Whoever clears hands in the orders of both sides in their order and what it expects; the rule is PoolClearing's and
///         leaves nothing to decide. An ordinary interval clears in one transaction. A large one is walked in steps: each account
///         has a walk of its own, which nobody else can disturb or block, and the first to list every order fixes the result;
///         its trades are then recorded part by part, by anyone.
contract PoolMarket is OrderBook {
    using PoolClearing for PoolClearing.Walk;

    /// @notice Numbers of all standing orders of an interval, each side in the order of the rule, and the result expected.
    struct Claim {
        uint32[] sells;
        uint32[] buys;
        uint64 priceMicroEurPerKwh;
        uint128 energyWh;
    }

    /// @dev Two slots.
    struct Clearing {
        address clearedBy;
        /// One price for all, or the dearest where every pair pays its seller's limit; 0 when nothing was matched.
        uint64 priceMicroEurPerKwh;
        /// Parts of trades found in steps and to be recorded; 0 where all were recorded at once.
        uint32 parts;
        uint128 energyWh;
        /// Numbers of the last orders filled: all before them are full, all after them empty.
        uint32 lastSell;
        uint32 lastBuy;
    }

    event PoolWalked(uint64 indexed interval, address indexed account, uint32 part, OpenTrades.MatchedTrade[] trades);
    event PoolCleared(
        uint64 indexed interval,
        address indexed clearedBy,
        uint64 priceMicroEurPerKwh,
        uint128 energyWh,
        uint32 lastSell,
        uint32 lastBuy,
        uint32 parts
    );

    error PoolOpen(uint64 interval);
    error OrderMismatch(uint256 orderId);
    error StepTooLong(uint256 orders, uint256 ordersMax);
    error ClearingNotBegun(uint64 interval, address account);
    error ClearingIncomplete(uint32 sellsListed, uint32 sells, uint32 buysListed, uint32 buys);
    error ClaimWrong(uint64 priceMicroEurPerKwh, uint128 energyWh);
    error PartUnknown(uint64 interval, uint32 part);

    /// @notice Most orders handed in at once; beyond, StepTooLong. The trades of a step (192 bytes each, one more than orders at
    ///         most) then fit a transaction of 128 KiB: a part too large to be recorded would be lost.
    uint256 public constant ORDERS_PER_STEP_MAX = 600;

    EnergyMarket public immutable market;
    bool private immutable _isUniform;

    mapping(uint64 interval => Clearing) private _clearings;
    mapping(uint64 interval => mapping(address account => PoolClearing.Walk)) private _walks;
    /// @dev Hash of the trades that a step found; 0 once recorded.
    mapping(uint64 interval => mapping(address account => mapping(uint32 part => bytes32))) private _parts;

    constructor(EnergyMarket market_) MarketPart(market_.registry(), market_.rules()) {
        market = market_;
        _isUniform = rules.poolPricing() == rules.PRICING_UNIFORM();
    }

    /// @notice How an interval was cleared; `clearedBy` is zero before.
    function clearing(uint64 interval) external view returns (Clearing memory) {
        return _clearings[interval];
    }

    /// @notice Where the walk of an account stands: the next step continues after the orders listed.
    function walkOf(uint64 interval, address account) external view returns (PoolClearing.Walk memory) {
        return _walks[interval][account];
    }

    /// @notice Clears an interval and records its trades, between the closure of its pool and its gate, once.
    /// @dev Reverts NotParticipant, IntervalInvalid, PoolOpen, GateClosed, PoolAlreadyCleared, StepTooLong, OrderUnknown,
    ///      OrderMismatch (side, cancelled), OrderMisplaced, ClearingIncomplete, ClaimWrong, and from the Registry Paused.
    function clearPool(uint64 interval, Claim calldata claim) external whenOpen {
        _requireClearable(interval);
        PoolClearing.Walk memory walk = _newWalk(interval);
        MarketRules.Tariff memory tariff = rules.tariffAt(interval);
        OpenTrades.MatchedTrade[] memory matched = _step(interval, walk, tariff, claim.sells, claim.buys);
        _finish(interval, walk, tariff, claim.priceMicroEurPerKwh, claim.energyWh);
        _recordPool(interval, claim.priceMicroEurPerKwh, matched);
    }

    /// @notice Begins a walk over the book, or begins it anew. Expiry and cancellations are those of this moment.
    function beginClearing(uint64 interval) external whenOpen {
        _requireClearable(interval);
        _walks[interval][msg.sender] = _newWalk(interval);
    }

    /// @notice Continues the sender's walk with the next orders of each side. Of one side a rest may stay unlisted: see `walkOf`.
    /// @dev Reverts as clearPool, and ClearingNotBegun.
    function stepClearing(uint64 interval, uint32[] calldata sells, uint32[] calldata buys) external whenOpen {
        _requireClearable(interval);
        PoolClearing.Walk memory walk = _begunWalk(interval);
        OpenTrades.MatchedTrade[] memory matched = _step(interval, walk, rules.tariffAt(interval), sells, buys);
        if (matched.length > 0) {
            _parts[interval][msg.sender][walk.parts] = keccak256(abi.encode(matched));
            emit PoolWalked(interval, msg.sender, walk.parts++, matched);
        }
        _walks[interval][msg.sender] = walk;
    }

    /// @notice Ends the sender's walk when every order is listed and the result is the one claimed. Its parts may then be recorded.
    /// @dev Reverts as clearPool, and ClearingNotBegun.
    function finishClearing(uint64 interval, uint64 priceMicroEurPerKwh, uint128 energyWh) external whenOpen {
        _requireClearable(interval);
        _finish(interval, _begunWalk(interval), rules.tariffAt(interval), priceMicroEurPerKwh, energyWh);
    }

    /// @notice Records the trades of parts of a cleared interval that follow each other, before the gate. By anyone, each part once.
    /// @param matched for each part the trades as `PoolWalked` gave them; many small parts fit one transaction
    /// @dev Reverts NotParticipant, GateClosed, PartUnknown (not cleared, other trades, recorded already), and from the Registry Paused.
    function recordTrades(
        uint64 interval,
        uint32 firstPart,
        OpenTrades.MatchedTrade[][] calldata matched
    ) external whenOpen {
        _requireParticipant();
        _requireBeforeGate(interval);
        uint256 count;
        for (uint256 i; i < matched.length; ++i) count += matched[i].length;
        OpenTrades.MatchedTrade[] memory all = new OpenTrades.MatchedTrade[](count);
        for (uint256 i = matched.length; i > 0; --i) {
            OpenTrades.MatchedTrade[] calldata ofPart = matched[i - 1];
            _requirePart(interval, firstPart + uint32(i - 1), keccak256(abi.encode(ofPart)));
            for (uint256 j = ofPart.length; j > 0; --j) all[--count] = ofPart[j - 1];
        }
        _recordPool(interval, _clearings[interval].priceMicroEurPerKwh, all);
    }

    /// @dev Uses the part up.
    function _requirePart(uint64 interval, uint32 part, bytes32 hash) private {
        Clearing storage cleared = _clearings[interval];
        mapping(uint32 => bytes32) storage parts = _parts[interval][cleared.clearedBy];
        // Parts of a walk begun anew may be left from the one before.
        if (part >= cleared.parts || parts[part] != hash) revert PartUnknown(interval, part);
        delete parts[part];
    }

    function _requireClearable(uint64 interval) private view {
        _requireParticipant();
        _requireBeforeGate(interval);
        if (block.timestamp < poolClosure(interval)) revert PoolOpen(interval);
        if (_books[interval].cleared) revert PoolAlreadyCleared(interval);
    }

    function _newWalk(uint64 interval) private view returns (PoolClearing.Walk memory walk) {
        Book memory ofInterval = _books[interval];
        (walk.sells, walk.buys, walk.cancelled) = (ofInterval.sells, ofInterval.buys, ofInterval.cancelled);
        walk.startedAt = uint40(block.timestamp);
    }

    function _begunWalk(uint64 interval) private view returns (PoolClearing.Walk memory walk) {
        walk = _walks[interval][msg.sender];
        if (walk.startedAt == 0) revert ClearingNotBegun(interval, msg.sender);
    }

    function _step(
        uint64 interval,
        PoolClearing.Walk memory walk,
        MarketRules.Tariff memory tariff,
        uint32[] calldata sells,
        uint32[] calldata buys
    ) private view returns (OpenTrades.MatchedTrade[] memory) {
        uint256 count = sells.length + buys.length;
        if (count > ORDERS_PER_STEP_MAX) revert StepTooLong(count, ORDERS_PER_STEP_MAX);
        return walk.step(
            _entries(interval, walk, sells, SIDE_SELL),
            _entries(interval, walk, buys, SIDE_BUY),
            tariff.feedInMicroEurPerKwh,
            tariff.retailMicroEurPerKwh
        );
    }

    /// @dev Orders that expired before the walk began, whose point changed hands or whose owner is suspended have no energy left.
    function _entries(
        uint64 interval,
        PoolClearing.Walk memory walk,
        uint32[] calldata numbers,
        uint8 side
    ) private view returns (PoolClearing.Entry[] memory entries) {
        entries = new PoolClearing.Entry[](numbers.length);
        uint32[] memory connections = new uint32[](numbers.length);
        for (uint256 i; i < numbers.length; ++i) {
            Order memory found = _orders[orderIdOf(interval, numbers[i])];
            if (found.connection == 0) revert OrderUnknown(orderIdOf(interval, numbers[i]));
            bool cancelled = found.cancelNumber != 0 && found.cancelNumber <= walk.cancelled;
            if (found.side != side || cancelled) revert OrderMismatch(orderIdOf(interval, numbers[i]));
            connections[i] = found.connection;
            entries[i].number = numbers[i];
            entries[i].connection = found.connection;
            entries[i].limitPriceMicroEurPerKwh = found.limitPriceMicroEurPerKwh;
            if (found.expiresAt > walk.startedAt) entries[i].energyWh = found.energyWh;
        }
        uint16[] memory areas = registry.tradingAreas(connections);
        for (uint256 i; i < areas.length; ++i) {
            entries[i].area = areas[i];
            if (areas[i] == 0) entries[i].energyWh = 0;
        }
    }

    function _finish(
        uint64 interval,
        PoolClearing.Walk memory walk,
        MarketRules.Tariff memory tariff,
        uint64 claimedPrice,
        uint128 claimedWh
    ) private {
        if (!walk.complete()) {
            revert ClearingIncomplete(walk.sell.listed, walk.sells, walk.buy.listed, walk.buys);
        }
        uint64 price = _isUniform
            ? walk.uniformPrice(tariff.feedInMicroEurPerKwh, tariff.retailMicroEurPerKwh)
            : walk.dearestPrice(tariff.feedInMicroEurPerKwh);
        if (price != claimedPrice || walk.energyWh != claimedWh) revert ClaimWrong(price, walk.energyWh);
        _books[interval].cleared = true;
        _clearings[interval] = Clearing({
            clearedBy: msg.sender,
            priceMicroEurPerKwh: price,
            parts: walk.parts,
            energyWh: walk.energyWh,
            lastSell: walk.lastSell,
            lastBuy: walk.lastBuy
        });
        emit PoolCleared(interval, msg.sender, price, walk.energyWh, walk.lastSell, walk.lastBuy, walk.parts);
    }

    function _recordPool(uint64 interval, uint64 priceMicroEurPerKwh, OpenTrades.MatchedTrade[] memory matched) private {
        if (_isUniform) {
            for (uint256 i; i < matched.length; ++i) matched[i].priceMicroEurPerKwh = priceMicroEurPerKwh;
        }
        market.recordPool(interval, msg.sender, matched);
    }
}
