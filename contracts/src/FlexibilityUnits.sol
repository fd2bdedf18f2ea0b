// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @title Units of flexibility as ERC-1155 tokens: one unit is 1 Wh, the id is the number of its offer
/// @notice Issued to the seller with the offer, moved to the buyer with the order, retired at settlement; what is withdrawn is
///         burned. Only Flexibility moves units: one that was bought against a checked state of the grid must not wander.
/// @dev Receivers are not asked: a contract that refuses tokens can neither block a purchase nor call back in the middle of it.
contract FlexibilityUnits is ERC1155 {
    /// @dev One slot. `issuedWh - retiredWh - withdrawnWh` is the sum of all balances of the id.
    struct Supply {
        uint64 issuedWh;
        uint64 retiredWh;
        uint64 withdrawnWh;
    }

    error NotFlexibility(address account);
    error UnitsNotTransferable(address holder);

    /// @notice The only contract that issues, moves and burns.
    address public immutable flexibility;

    mapping(uint256 id => Supply) private _supplies;

    constructor(address flexibility_) ERC1155("") {
        flexibility = flexibility_;
    }

    modifier onlyFlexibility() {
        if (msg.sender != flexibility) revert NotFlexibility(msg.sender);
        _;
    }

    function supplyOf(uint256 id) external view returns (Supply memory) {
        return _supplies[id];
    }

    /// @notice Units of an offer that exist: with the seller, held by buyers, or committed.
    function totalSupply(uint256 id) external view returns (uint256) {
        Supply memory supply = _supplies[id];
        return supply.issuedWh - supply.retiredWh - supply.withdrawnWh;
    }

    function issue(address seller, uint256 id, uint64 energyWh) external onlyFlexibility {
        _supplies[id].issuedWh += energyWh;
        _move(address(0), seller, id, energyWh);
    }

    function move(address from, address to, uint256 id, uint64 energyWh) external onlyFlexibility {
        _move(from, to, id, energyWh);
    }

    /// @notice Burns what was committed for an interval that is settled.
    function retire(address holder, uint256 id, uint64 energyWh) external onlyFlexibility {
        _supplies[id].retiredWh += energyWh;
        _move(holder, address(0), id, energyWh);
    }

    /// @notice Burns what its seller took back.
    function withdraw(address holder, uint256 id, uint64 energyWh) external onlyFlexibility {
        _supplies[id].withdrawnWh += energyWh;
        _move(holder, address(0), id, energyWh);
    }

    /// @dev Reverts UnitsNotTransferable, always.
    function safeTransferFrom(address from, address, uint256, uint256, bytes memory) public pure override {
        revert UnitsNotTransferable(from);
    }

    /// @dev Reverts UnitsNotTransferable, always.
    function safeBatchTransferFrom(
        address from,
        address,
        uint256[] memory,
        uint256[] memory,
        bytes memory
    ) public pure override {
        revert UnitsNotTransferable(from);
    }

    /// @dev Reverts UnitsNotTransferable, always: an approval would promise a transfer that never comes.
    function setApprovalForAll(address, bool) public view override {
        revert UnitsNotTransferable(msg.sender);
    }

    function _move(address from, address to, uint256 id, uint64 energyWh) private {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory values = new uint256[](1);
        (ids[0], values[0]) = (id, energyWh);
        // Not _mint or _safeTransferFrom: those ask the receiver.
        _update(from, to, ids, values);
    }
}
