// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The calendar year of a moment, UTC
/// @notice Civil from days: years of 365.2425 days counted from 1 March of year 0, so that the leap day comes last
///         (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
library CalendarYear {
    /// @dev Days from 0000-03-01 to 1970-01-01.
    uint256 private constant DAYS_BEFORE_EPOCH = 719_468;
    uint256 private constant DAYS_PER_ERA = 146_097; // 400 years
    /// @dev Days from 1 March to 1 January.
    uint256 private constant DAYS_MARCH_TO_JANUARY = 306;

    /// @param unixSeconds below 2^40, so that the year fits 16 bits
    function yearOf(uint40 unixSeconds) internal pure returns (uint16) {
        uint256 day = uint256(unixSeconds) / 86_400 + DAYS_BEFORE_EPOCH;
        uint256 era = day / DAYS_PER_ERA;
        uint256 dayOfEra = day % DAYS_PER_ERA;
        // Leap days taken out: one every 1460 days, none every 36524, one again at the end of the era.
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        uint256 year = era * 400 + yearOfEra + (dayOfYear >= DAYS_MARCH_TO_JANUARY ? 1 : 0);
        return uint16(year);
    }
}
