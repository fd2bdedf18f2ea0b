// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The arithmetic of settlement: pure, exact, rounded one way
/// @notice Every amount is energy times price, divided by 1000 and rounded DOWN to the whole micro-euro: whoever pays
///         never pays a fraction more. Each payment is one number debited and credited, so rounding loses nothing.
library SettlementMath {
    /// @notice Energy, Wh, at a price per kWh, in micro-euro, rounded down.
    function amountMicroEur(uint256 energyWh, uint256 priceMicroEurPerKwh) internal pure returns (int256) {
        // Callers pass energies below 2^130 and 64-bit prices: no overflow, and the result fits int256.
        return int256((energyWh * priceMicroEurPerKwh) / 1000);
    }

    /// @notice What was delivered beyond the baseline in the direction ordered, and what is missing.
    /// @param activatedWh      sum of activations, Wh
    /// @return deliveredWh     between 0 and `activatedWh`
    /// @return missingWh       `activatedWh` less what the meter shows; above `activatedWh` when the point moved the other way
    function delivered(
        int256 meteredWh,
        int256 baselineWh,
        uint256 activatedWh,
        bool up
    ) internal pure returns (uint256 deliveredWh, uint256 missingWh) {
        int256 movedWh = up ? meteredWh - baselineWh : baselineWh - meteredWh;
        if (movedWh >= int256(activatedWh)) return (activatedWh, 0);
        missingWh = uint256(int256(activatedWh) - movedWh);
        deliveredWh = movedWh > 0 ? uint256(movedWh) : 0;
    }

    function min(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? a : b;
    }
}
