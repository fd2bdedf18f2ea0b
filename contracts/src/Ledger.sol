// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Who owes whom: one balance per account, micro-euro, the sum always zero
/// @notice A record of claims, not a token: no value is held here, so none can be lost here.
///         It has no events of its own: Settlement's events carry every amount, and a log per posting would double its gas.
contract Ledger {
    error NotSettlement(address account);
    error Unbalanced(int256 sumMicroEur);
    error LengthsDiffer();

    /// @notice The only contract that moves balances.
    address public immutable settlement;

    mapping(address account => int256) public balanceOf;

    constructor(address settlement_) {
        settlement = settlement_;
    }

    /// @notice Posts amounts that sum to zero.
    /// @dev Reverts NotSettlement, Unbalanced.
    function post(address[] calldata accounts, int256[] calldata amountsMicroEur) external {
        if (msg.sender != settlement) revert NotSettlement(msg.sender);
        if (accounts.length != amountsMicroEur.length) revert LengthsDiffer();
        int256 sum;
        for (uint256 i; i < accounts.length; ++i) {
            int256 amount = amountsMicroEur[i];
            if (amount == 0) continue;
            sum += amount;
            balanceOf[accounts[i]] += amount;
        }
        if (sum != 0) revert Unbalanced(sum);
    }
}
