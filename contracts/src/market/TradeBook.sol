// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../MarketPart.sol";
import {MarketRules} from "../MarketRules.sol";
import {TradeKind} from "./TradeKind.sol";

/// @title The trades on record, in batches: two storage slots for up to 1,024 trades of one interval
/// @notice A trade says that the owner of one point sells energy to the owner of another in one delivery interval.
///         Whether the grid carries it is for GridSupervision to say, whether it is paid for NetSettlement.
///         The number of a trade is batchId * 1024 + its place in the batch.
///         The root of a batch is a chain over its leaves: root(0) = 0, root(i + 1) = keccak256(root(i), leaf(i)).
abstract contract TradeBook is MarketPart {
    /// @dev Two slots.
    struct Batch {
        bytes32 root;
        address submitter;
        uint40 interval;
        uint16 count;
        /// Grid areas of every seller's and every buyer's point.
        uint16 sellerArea;
        uint16 buyerArea;
        uint8 kind;
    }

    /// @notice A trade whose details are public. Connections are numbers of the Registry and fix point and owner for good.
    struct OpenTrade {
        uint32 sellerConnection;
        uint32 buyerConnection;
        /// Below 2^40 Wh: a thousand times what a point can move in a quarter of an hour.
        uint64 energyWh;
        /// Below 2^32 micro-euro.
        uint64 priceMicroEurPerKwh;
    }

    /// @notice One party of a trade to be recorded.
    struct Leg {
        bytes32 point;
        uint32 connection;
        address owner;
    }

    /// @notice Trades with public details.
    /// @param trades 17 bytes each: seller and buyer connection 4, energy 5, price 4
    event TradesRecorded(
        uint256 indexed batchId,
        uint64 indexed interval,
        address indexed submitter,
        uint8 kind,
        uint16 sellerArea,
        uint16 buyerArea,
        bytes trades
    );

    error BatchEmpty();
    error BatchTooLarge(uint256 trades);
    error BatchUnknown(uint256 batchId);
    error EnergyTooLarge(uint64 energyWh);
    error PriceTooLarge(uint64 priceMicroEurPerKwh);
    error SamePoint(bytes32 point);
    error PriceOutsideCorridor(uint64 priceMicroEurPerKwh, uint64 floorMicroEurPerKwh, uint64 capMicroEurPerKwh);

    uint256 public constant TRADES_PER_BATCH_MAX = 1024;

    /// @notice Number of batches on record; ids run from 1.
    uint256 public batchCount;

    mapping(uint256 batchId => Batch) private _batches;

    /// @notice A batch by id.
    /// @dev Reverts BatchUnknown.
    function batch(uint256 batchId) external view returns (Batch memory found) {
        found = _batches[batchId];
        if (found.interval == 0) revert BatchUnknown(batchId);
    }

    /// @notice The commitment of a trade: of all its details and 128 random bits, so that it cannot be guessed. Public trades
    ///         have attribute and salt 0.
    /// @dev Reverts EnergyTooLarge, PriceTooLarge.
    function leafOf(
        OpenTrade memory trade,
        uint8 attribute,
        uint128 salt
    ) public pure returns (bytes32) {
        return keccak256(
            abi.encodePacked(
                trade.sellerConnection, trade.buyerConnection, _energy40(trade), _price32(trade), attribute, salt
            )
        );
    }

    /// @param submitter who may give the nets of the batch, beside the operators
    /// @dev Records trades with public details, all of one interval that was checked, each pair in the two areas.
    function _commitOpen(
        uint64 interval,
        uint8 kind,
        uint16 sellerArea,
        uint16 buyerArea,
        address submitter,
        OpenTrade[] memory trades
    ) internal returns (uint256 batchId) {
        bytes32 root;
        // Fifteen bytes more than the trades take: each is written as a whole word.
        bytes memory packed = new bytes(17 * trades.length + 15);
        for (uint256 i; i < trades.length; ++i) {
            OpenTrade memory trade = trades[i];
            if (trade.energyWh == 0) revert EnergyZero();
            root = _chain(root, leafOf(trade, 0, 0));
            uint256 word = (uint256(trade.sellerConnection) << 104) | (uint256(trade.buyerConnection) << 72)
                | (uint256(_energy40(trade)) << 32) | _price32(trade);
            assembly ("memory-safe") {
                mstore(add(add(packed, 32), mul(17, i)), shl(120, word))
            }
        }
        assembly ("memory-safe") {
            mstore(packed, mul(17, mload(trades)))
        }
        batchId = _store(Batch(root, submitter, uint40(interval), 0, sellerArea, buyerArea, kind), trades.length);
        emit TradesRecorded(batchId, interval, submitter, kind, sellerArea, buyerArea, packed);
    }

    function _leg(bytes32 point) internal view returns (Leg memory) {
        (uint32 connection, address owner) = registry.resolveOne(point);
        return Leg(point, connection, owner);
    }

    function _energy40(OpenTrade memory trade) private pure returns (uint40) {
        if (trade.energyWh > type(uint40).max) revert EnergyTooLarge(trade.energyWh);
        return uint40(trade.energyWh);
    }

    function _price32(OpenTrade memory trade) private pure returns (uint32) {
        if (trade.priceMicroEurPerKwh > type(uint32).max) revert PriceTooLarge(trade.priceMicroEurPerKwh);
        return uint32(trade.priceMicroEurPerKwh);
    }

    function _store(Batch memory made, uint256 count) internal returns (uint256 batchId) {
        if (count == 0) revert BatchEmpty();
        if (count > TRADES_PER_BATCH_MAX) revert BatchTooLarge(count);
        made.count = uint16(count);
        batchId = ++batchCount;
        _batches[batchId] = made;
    }

    function _chain(bytes32 root, bytes32 leaf) internal pure returns (bytes32 next) {
        assembly ("memory-safe") {
            mstore(0, root)
            mstore(32, leaf)
            next := keccak256(0, 64)
        }
    }

    /// @dev Trades between points live between the feed-in price and the retail price: outside, one side were better off
    ///      with the retailer. A community's inner price may lie below the feed-in price, because its manager decides it.
    function _requireCorridor(MarketRules.Tariff memory tariff, uint64 priceMicroEurPerKwh, uint8 kind) internal pure {
        uint64 floor = kind == TradeKind.COMMUNITY ? 0 : tariff.feedInMicroEurPerKwh;
        if (priceMicroEurPerKwh < floor || priceMicroEurPerKwh > tariff.retailMicroEurPerKwh) {
            revert PriceOutsideCorridor(priceMicroEurPerKwh, floor, tariff.retailMicroEurPerKwh);
        }
    }
}
