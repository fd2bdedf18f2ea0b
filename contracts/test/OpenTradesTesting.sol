// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketTest} from "./MarketTest.sol";
import {Vm} from "./Vm.sol";

/// @notice Reads back what a market that matches in the open put on record.
abstract contract OpenTradesTesting is MarketTest {
    /// @dev In the order recorded, over all batches since `_watch`.
    TradeBook.OpenTrade[] internal recorded;

    function _watch() internal {
        vm.recordLogs();
    }

    /// @dev Every batch is checked against its root and its details.
    function _collect(uint8 kind, address submitter) internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != TradeBook.TradesRecorded.selector) continue;
            TradeBook.Batch memory batch = market.batch(uint256(logs[i].topics[1]));
            (, uint16 sellerArea, uint16 buyerArea, bytes memory packed) =
                abi.decode(logs[i].data, (uint8, uint16, uint16, bytes));
            assertEq(batch.kind, kind, "kind");
            assertEq(batch.submitter, submitter, "submitter");
            assertEq(batch.interval, SLOT, "interval");
            assertEq(uint256(batch.count) * 17, packed.length, "bytes");
            bytes32 root;
            for (uint256 j; j < batch.count; ++j) {
                TradeBook.OpenTrade memory trade = _unpacked(packed, 17 * j);
                root = keccak256(abi.encode(root, market.leafOf(trade, 0, 0)));
                assertEq(registry.connectionAt(trade.sellerConnection).area, sellerArea, "seller's area");
                assertEq(registry.connectionAt(trade.buyerConnection).area, buyerArea, "buyer's area");
                recorded.push(trade);
            }
            assertTrue(batch.root == root, "root");
        }
    }

    /// @param number counts from 1
    function _expect(uint256 number, bytes32 seller, bytes32 buyer, uint64 energyWh, uint64 price) internal view {
        TradeBook.OpenTrade memory trade = recorded[number - 1];
        assertEq(trade.sellerConnection, registry.connectionOf(seller), "seller");
        assertEq(trade.buyerConnection, registry.connectionOf(buyer), "buyer");
        assertEq(trade.energyWh, energyWh, "energy");
        assertEq(trade.priceMicroEurPerKwh, price, "price");
    }

    function _unpacked(bytes memory packed, uint256 offset) private pure returns (TradeBook.OpenTrade memory) {
        uint256 word;
        assembly ("memory-safe") {
            word := shr(120, mload(add(add(packed, 32), offset)))
        }
        return TradeBook.OpenTrade(uint32(word >> 104), uint32(word >> 72), uint40(word >> 32), uint32(word));
    }
}
