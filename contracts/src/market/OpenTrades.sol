// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TradeBook} from "./TradeBook.sol";

/// @title Trades found by a market that matches in the open (pool, auction), put on record by the areas they join
abstract contract OpenTrades is TradeBook {
    /// @notice A trade and the areas of its two points, 208 bits.
    struct MatchedTrade {
        uint32 sellerConnection;
        uint32 buyerConnection;
        uint16 sellerArea;
        uint16 buyerArea;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
    }

    /// @dev Every batch joins two areas, so that each operator finds its own. Areas are few: one pass for each pair of them.
    function _recordByArea(uint64 interval, uint8 kind, address submitter, MatchedTrade[] memory matched) internal {
        bool[] memory taken = new bool[](matched.length);
        for (uint256 i; i < matched.length; ++i) {
            if (taken[i]) continue;
            (uint16 sellerArea, uint16 buyerArea) = (matched[i].sellerArea, matched[i].buyerArea);
            uint256 count;
            OpenTrade[] memory trades = new OpenTrade[](matched.length - i);
            for (uint256 j = i; j < matched.length; ++j) {
                MatchedTrade memory other = matched[j];
                if (other.sellerArea != sellerArea || other.buyerArea != buyerArea) continue;
                taken[j] = true;
                trades[count++] =
                    OpenTrade(other.sellerConnection, other.buyerConnection, other.energyWh, other.priceMicroEurPerKwh);
            }
            // Shortens the array to the trades of these areas.
            assembly ("memory-safe") {
                mstore(trades, count)
            }
            _commitOpen(interval, kind, sellerArea, buyerArea, submitter, trades);
        }
    }
}
