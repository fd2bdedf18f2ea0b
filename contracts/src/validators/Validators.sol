// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../MarketPart.sol";
import {MarketRules} from "../MarketRules.sol";
import {Registry} from "../Registry.sol";
import {Roles} from "../Roles.sol";
import {IStanding} from "./ProofOfEnergy.sol";

/// @title The validator set of the consortium, as QBFT engines read it from a contract
/// @notice Operators and aggregators stand for it; it changes at the end of an epoch only, by at most a third, so that a quorum
///         of the old set is always in the new one. Nothing anybody does puts a validator out within an epoch.
contract Validators is MarketPart {
    struct Terms {
        /// The set does not shrink below this many.
        uint8 minimum;
        /// It grows up to this many.
        uint8 seats;
    }

    /// @dev One account on its way through the end of an epoch, in memory.
    struct Ranked {
        address account;
        /// Stands, and holds a role that may.
        bool eligible;
        uint256 standing;
    }

    event CandidateStood(address indexed account);
    /// @dev By itself, or put off the list at the end of an epoch because it holds no role any more.
    event CandidateResigned(address indexed account);
    event SeatGained(address indexed account, uint64 indexed epoch, uint256 standing);
    event SeatLost(address indexed account, uint64 indexed epoch, uint256 standing, bool eligible);
    /// @dev Keeps its seat although it is not eligible: the minimum, or the bound on changes, leaves no choice.
    event SeatKept(address indexed account, uint64 indexed epoch, uint256 standing);
    event EpochEnded(uint64 indexed epoch, address[] validators);

    error TermsInvalid(uint8 minimum, uint8 seats);
    error FoundersInvalid(uint256 count);
    error AlreadyStanding(address account);
    error NotStanding(address account);
    error TooManyCandidates();
    error EpochRunning(uint256 endsAt);

    /// @notice Bound on `seats`: what getValidators can hand out for 60,000 gas.
    uint256 public constant SEATS_MAX = 30;
    /// @notice Most candidates at a time; beyond, TooManyCandidates. Bounds the gas of ending an epoch.
    uint256 public constant CANDIDATES_MAX = 64;
    uint16 public constant ELIGIBLE_ROLES = Roles.DSO | Roles.TSO | Roles.AGGREGATOR;

    IStanding public immutable standing;
    uint32 public immutable epochSeconds;
    uint8 public immutable minimum;
    uint8 public immutable seats;

    /// @notice Epochs ended so far.
    uint64 public epochCount;
    /// @notice When the set last could change, Unix seconds.
    uint64 public epochStartedAt;

    /// @dev 20 bytes an address, ascending: a slot an address would cost a third more to read.
    bytes private _validators;
    address[] private _candidates;
    /// @dev Place in `_candidates` from 1; 0: does not stand.
    mapping(address account => uint256) private _places;

    /// @param founders the first validators, ascending: they keep their seats like any other, also before they are registered
    constructor(
        Registry registry_,
        MarketRules rules_,
        IStanding standing_,
        address[] memory founders,
        Terms memory terms
    ) MarketPart(registry_, rules_) {
        if (terms.minimum == 0 || terms.minimum > terms.seats || terms.seats > SEATS_MAX) {
            revert TermsInvalid(terms.minimum, terms.seats);
        }
        if (founders.length == 0 || founders.length > terms.seats) revert FoundersInvalid(founders.length);
        (standing, epochSeconds) = (standing_, standing_.epochSeconds());
        (minimum, seats) = (terms.minimum, terms.seats);
        address last;
        for (uint256 i; i < founders.length; ++i) {
            if (founders[i] <= last) revert FoundersInvalid(founders.length);
            last = founders[i];
            _stand(last);
        }
        epochStartedAt = uint64(block.timestamp);
        _validators = _packed(founders);
        emit EpochEnded(0, founders);
    }

    /// @notice The set, ascending. Reads storage alone and never reverts: consensus depends on it.
    function getValidators() external view returns (address[] memory) {
        return _current();
    }

    /// @notice Those who stand, in no order.
    function candidates() external view returns (address[] memory) {
        return _candidates;
    }

    /// @notice Stands for a seat, or again for one held.
    /// @dev Reverts RoleMissing, AlreadyStanding, TooManyCandidates.
    function stand() external onlyRole(ELIGIBLE_ROLES) {
        if (_places[msg.sender] != 0) revert AlreadyStanding(msg.sender);
        if (_candidates.length == CANDIDATES_MAX) revert TooManyCandidates();
        _stand(msg.sender);
    }

    /// @notice Stands no longer. A seat is given up at the end of the epoch, not before.
    /// @dev Reverts NotStanding.
    function resign() external {
        if (_places[msg.sender] == 0) revert NotStanding(msg.sender);
        _drop(msg.sender);
    }

    /// @notice Ends the epoch once its length has passed since the last end. By anyone. Members that are not eligible go first,
    ///         then free seats are filled by standing, then a candidate replaces a member of strictly lower standing.
    ///         Among equals the lower address comes first.
    /// @dev Reverts EpochRunning.
    function endEpoch() external {
        uint256 endsAt = uint256(epochStartedAt) + epochSeconds;
        if (block.timestamp < endsAt) revert EpochRunning(endsAt);
        // From now, not from when it was due: two changes never follow each other faster than an epoch.
        epochStartedAt = uint64(block.timestamp);
        uint64 ended = ++epochCount;
        address[] memory current = _current();
        Ranked[] memory members = _rankedMembers(current);
        Ranked[] memory challengers = _rankedChallengers(current);
        (uint256 outgoing, uint256 incoming) = _changes(members, challengers);

        address[] memory next = new address[](members.length - outgoing + incoming);
        for (uint256 i; i < members.length - outgoing; ++i) {
            Ranked memory member = members[i];
            _insert(next, i, member.account);
            if (!member.eligible) emit SeatKept(member.account, ended, member.standing);
        }
        for (uint256 i; i < incoming; ++i) {
            _insert(next, members.length - outgoing + i, challengers[i].account);
            emit SeatGained(challengers[i].account, ended, challengers[i].standing);
        }
        for (uint256 i = members.length - outgoing; i < members.length; ++i) {
            Ranked memory member = members[i];
            emit SeatLost(member.account, ended, member.standing, member.eligible);
        }
        if (outgoing + incoming > 0) _validators = _packed(next);
        _dropIneligible(next);
        emit EpochEnded(ended, next);
    }

    /// @dev Outgoing are the last of the members, incoming the first of the challengers, each at most n/3 rounded down. So of n
    ///      members ceil(2n/3) stay, a quorum of the old set; at most half as many come as stay, so they are one of the new.
    function _changes(
        Ranked[] memory members,
        Ranked[] memory challengers
    ) private view returns (uint256 outgoing, uint256 incoming) {
        uint256 size = members.length;
        uint256 changesMax = size < 3 ? 1 : size / 3;
        uint256 available = challengers.length < changesMax ? challengers.length : changesMax;

        while (outgoing < changesMax && outgoing < size && !members[size - 1 - outgoing].eligible) ++outgoing;
        uint256 free = uint256(seats) - (size - outgoing);
        incoming = available < free ? available : free;
        // A set that began below the minimum must not shrink either.
        uint256 least = size < minimum ? size : minimum;
        while (size - outgoing + incoming < least) --outgoing;

        while (
            outgoing < changesMax && incoming < available
                && challengers[incoming].standing > members[size - 1 - outgoing].standing
        ) (outgoing, incoming) = (outgoing + 1, incoming + 1);
    }

    function _rankedMembers(address[] memory current) private view returns (Ranked[] memory ranked) {
        ranked = new Ranked[](current.length);
        for (uint256 i; i < current.length; ++i) {
            bool eligible = _places[current[i]] != 0 && registry.holds(current[i], ELIGIBLE_ROLES);
            _rank(ranked, i, Ranked(current[i], eligible, standing.standingOf(current[i])));
        }
    }

    function _rankedChallengers(address[] memory current) private view returns (Ranked[] memory ranked) {
        uint256 count = _candidates.length;
        ranked = new Ranked[](count);
        uint256 eligible;
        for (uint256 i; i < count; ++i) {
            address account = _candidates[i];
            if (_contains(current, account) || !registry.holds(account, ELIGIBLE_ROLES)) continue;
            _rank(ranked, eligible++, Ranked(account, true, standing.standingOf(account)));
        }
        assembly {
            mstore(ranked, eligible) // never more than `count`
        }
    }

    function _dropIneligible(address[] memory next) private {
        // From the end, because a dropped place is filled with the last.
        for (uint256 i = _candidates.length; i > 0; --i) {
            address account = _candidates[i - 1];
            if (!_contains(next, account) && !registry.holds(account, ELIGIBLE_ROLES)) _drop(account);
        }
    }

    function _stand(address account) private {
        _candidates.push(account);
        _places[account] = _candidates.length;
        emit CandidateStood(account);
    }

    function _drop(address account) private {
        uint256 place = _places[account];
        address last = _candidates[_candidates.length - 1];
        (_candidates[place - 1], _places[last]) = (last, place);
        _candidates.pop();
        delete _places[account];
        emit CandidateResigned(account);
    }

    function _current() private view returns (address[] memory validators) {
        bytes memory packed = _validators;
        uint256 count = packed.length / 20;
        validators = new address[](count);
        assembly {
            let from := add(packed, 32)
            let to := add(validators, 32)
            for { let end := add(to, mul(count, 32)) } lt(to, end) { to := add(to, 32) } {
                // The upper 20 bytes of the word that begins with the address; the lower 12 are shifted out.
                mstore(to, shr(96, mload(from)))
                from := add(from, 20)
            }
        }
    }

    function _packed(address[] memory validators) private pure returns (bytes memory packed) {
        for (uint256 i; i < validators.length; ++i) packed = abi.encodePacked(packed, validators[i]);
    }

    /// @dev Inserts into the first `count` entries, best first.
    function _rank(Ranked[] memory ranked, uint256 count, Ranked memory added) private pure {
        while (count > 0 && _precedes(added, ranked[count - 1])) {
            ranked[count] = ranked[count - 1];
            --count;
        }
        ranked[count] = added;
    }

    function _precedes(Ranked memory a, Ranked memory b) private pure returns (bool) {
        if (a.eligible != b.eligible) return a.eligible;
        if (a.standing != b.standing) return a.standing > b.standing;
        return a.account < b.account;
    }

    /// @dev Inserts into the first `count` entries, ascending.
    function _insert(address[] memory sorted, uint256 count, address added) private pure {
        while (count > 0 && sorted[count - 1] > added) {
            sorted[count] = sorted[count - 1];
            --count;
        }
        sorted[count] = added;
    }

    function _contains(address[] memory accounts, address account) private pure returns (bool) {
        for (uint256 i; i < accounts.length; ++i) if (accounts[i] == account) return true;
        return false;
    }
}
