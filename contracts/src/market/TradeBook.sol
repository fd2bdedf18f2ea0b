// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../MarketPart.sol";
import {MarketRules} from "../MarketRules.sol";

/// @title The trades on record: one storage slot each, written once, never changed
/// @notice A trade says that the owner of one point sells energy to the owner of another in one delivery interval.
///         Whether the grid carries it is for GridSupervision to say, whether it is paid for Settlement.
abstract contract TradeBook is MarketPart {
    /// @dev 240 bits. Connections are numbers of the Registry and fix point and owner for good.
    struct Trade {
        uint32 sellerConnection;
        uint32 buyerConnection;
        uint40 interval;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
        uint8 kind;
    }

    /// @notice One party of a trade to be recorded.
    struct Leg {
        bytes32 point;
        uint32 connection;
        address owner;
    }

    event TradeProposed(
        uint256 indexed tradeId,
        uint64 indexed interval,
        bytes32 indexed sellerPoint,
        bytes32 buyerPoint,
        address seller,
        address buyer,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh,
        uint8 kind
    );

    error SamePoint(bytes32 point);
    error PriceOutsideCorridor(uint64 priceMicroEurPerKwh, uint64 floorMicroEurPerKwh, uint64 capMicroEurPerKwh);
    error TradeUnknown(uint256 tradeId);

    uint8 public constant KIND_BILATERAL = 0;
    uint8 public constant KIND_POOL = 1;
    uint8 public constant KIND_AUCTION = 2;
    uint8 public constant KIND_COMMUNITY = 3;

    /// @notice Number of trades on record; ids run from 1.
    uint256 public tradeCount;

    mapping(uint256 tradeId => Trade) private _trades;

    /// @notice Trades by id, in the order asked.
    /// @dev Reverts TradeUnknown.
    function trades(uint256[] calldata tradeIds) external view returns (Trade[] memory found) {
        found = new Trade[](tradeIds.length);
        for (uint256 i; i < tradeIds.length; ++i) {
            found[i] = _trades[tradeIds[i]];
            if (found[i].interval == 0) revert TradeUnknown(tradeIds[i]);
        }
    }

    function _record(
        uint256 tradeId,
        Leg memory seller,
        Leg memory buyer,
        uint64 interval,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh,
        uint8 kind
    ) internal {
        if (energyWh == 0) revert EnergyZero();
        if (seller.point == buyer.point) revert SamePoint(seller.point);
        _trades[tradeId] = Trade({
            sellerConnection: seller.connection,
            buyerConnection: buyer.connection,
            // Checked by _requireInterval before any trade is recorded.
            interval: uint40(interval),
            energyWh: energyWh,
            priceMicroEurPerKwh: priceMicroEurPerKwh,
            kind: kind
        });
        emit TradeProposed(
            tradeId,
            interval,
            seller.point,
            buyer.point,
            seller.owner,
            buyer.owner,
            energyWh,
            priceMicroEurPerKwh,
            kind
        );
    }

    /// @dev Trades between points live between the feed-in price and the retail price: outside, one side were better off
    ///      with the retailer. A community's inner price may lie below the feed-in price, because its manager decides it.
    function _requireCorridor(MarketRules.Tariff memory tariff, uint64 priceMicroEurPerKwh, uint8 kind) internal pure {
        uint64 floor = kind == KIND_COMMUNITY ? 0 : tariff.feedInMicroEurPerKwh;
        if (priceMicroEurPerKwh < floor || priceMicroEurPerKwh > tariff.retailMicroEurPerKwh) {
            revert PriceOutsideCorridor(priceMicroEurPerKwh, floor, tariff.retailMicroEurPerKwh);
        }
    }

    function _leg(bytes32 point) internal view returns (Leg memory) {
        (uint32 connection, address owner) = registry.resolveOne(point);
        return Leg(point, connection, owner);
    }
}
