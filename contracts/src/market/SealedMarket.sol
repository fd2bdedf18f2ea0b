// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Roles} from "../Roles.sol";
import {TradeBook} from "./TradeBook.sol";
import {TradeKind} from "./TradeKind.sol";

/// @title Trades agreed between two parties, committed in batches whose details only those concerned can read
/// @notice The chain carries a salted commitment of each trade and an envelope: the details, encrypted for buyer, seller and
///         the grid operators that check them. Both owners sign their trade off chain; the signatures are shown only when
///         somebody objects to what was settled (Daylight).
abstract contract SealedMarket is TradeBook, EIP712 {
    /// @notice What both owners sign (EIP-712, domain "Interlock EnergyMarket" version "1").
    struct TradeTerms {
        bytes32 sellerPoint;
        bytes32 buyerPoint;
        uint64 interval;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
        /// What the energy is promised to be: 0 nothing, 1 renewable, 2 from the same area.
        uint8 attribute;
        uint8 kind;
        /// The only party that may commit the trade, and the only batch of that party it may stand in.
        address broker;
        uint64 sequence;
        /// 128 random bits.
        uint128 salt;
    }

    struct SealedTerms {
        uint64 interval;
        uint8 kind;
        uint16 sellerArea;
        uint16 buyerArea;
        /// Number of the sender's batch, counting up by one from 0.
        uint64 sequence;
    }

    /// @notice Trades with details for those concerned only. The leaves stand in the call.
    event TradesSealed(
        uint256 indexed batchId,
        uint64 indexed interval,
        address indexed submitter,
        uint8 kind,
        uint16 sellerArea,
        uint16 buyerArea,
        uint256 count,
        bytes32 root,
        bytes envelope
    );

    error KindInvalid(uint8 kind);
    error SequenceInvalid(uint64 sequence, uint64 expected);
    error LeavesUnsorted(uint256 index);

    bytes32 public constant TRADE_TERMS_TYPEHASH = keccak256(
        "TradeTerms(bytes32 sellerPoint,bytes32 buyerPoint,uint64 interval,uint64 energyWh,uint64 priceMicroEurPerKwh,uint8 attribute,uint8 kind,address broker,uint64 sequence,uint128 salt)"
    );

    /// @notice Number of sealed batches of a party: the sequence of its next one.
    mapping(address broker => uint64) public nextSequence;

    /// @notice Sequence of a sealed batch: part of what the owners signed.
    mapping(uint256 batchId => uint64) public sequenceOf;

    constructor() EIP712("Interlock EnergyMarket", "1") {}

    /// @notice Commits trades before the gate of their interval.
    /// @param leaves   commitments, strictly ascending: no trade stands in a batch twice
    /// @param envelope the details, encrypted (bindings/sealing.ts says how); the contract does not read it
    /// @dev Reverts NotParticipant, RoleMissing, KindInvalid, SequenceInvalid, GateClosed, IntervalInvalid, LeavesUnsorted,
    ///      BatchEmpty, BatchTooLarge, and from the Registry AreaUnknown, Paused.
    function commitTrades(
        SealedTerms calldata terms,
        bytes32[] calldata leaves,
        bytes calldata envelope
    ) external whenOpen returns (uint256 batchId) {
        _requireMayCommit(terms.kind);
        uint64 sequence = nextSequence[msg.sender];
        if (terms.sequence != sequence) revert SequenceInvalid(terms.sequence, sequence);
        nextSequence[msg.sender] = sequence + 1;
        _requireBeforeGate(terms.interval);
        registry.operatorOf(terms.sellerArea);
        registry.operatorOf(terms.buyerArea);
        bytes32 root = _rootOf(leaves);
        batchId = _store(
            Batch({
                root: root,
                submitter: msg.sender,
                interval: uint40(terms.interval),
                count: 0,
                sellerArea: terms.sellerArea,
                buyerArea: terms.buyerArea,
                kind: terms.kind
            }),
            leaves.length
        );
        sequenceOf[batchId] = sequence;
        emit TradesSealed(
            batchId, terms.interval, msg.sender, terms.kind, terms.sellerArea, terms.buyerArea, leaves.length, root, envelope
        );
    }

    /// @notice The digest both owners sign.
    function tradeDigest(TradeTerms calldata terms) external view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    TRADE_TERMS_TYPEHASH,
                    terms.sellerPoint,
                    terms.buyerPoint,
                    terms.interval,
                    terms.energyWh,
                    terms.priceMicroEurPerKwh,
                    terms.attribute,
                    terms.kind,
                    terms.broker,
                    terms.sequence,
                    terms.salt
                )
            )
        );
    }

    function _requireMayCommit(uint8 kind) private view {
        if (kind == TradeKind.COMMUNITY) {
            if (!registry.holds(msg.sender, Roles.COMMUNITY)) revert RoleMissing(msg.sender, Roles.COMMUNITY);
        } else if (kind == TradeKind.SHARING) {
            if (!registry.holds(msg.sender, Roles.SHARING_PROVIDER)) revert RoleMissing(msg.sender, Roles.SHARING_PROVIDER);
        } else if (kind == TradeKind.BILATERAL || kind == TradeKind.MULTI_BILATERAL) {
            if (!registry.active(msg.sender)) revert NotParticipant(msg.sender);
        } else {
            revert KindInvalid(kind);
        }
    }

    function _rootOf(bytes32[] calldata leaves) private pure returns (bytes32 root) {
        bytes32 last;
        for (uint256 i; i < leaves.length; ++i) {
            bytes32 leaf = leaves[i];
            if (leaf <= last) revert LeavesUnsorted(i);
            root = _chain(root, leaf);
            last = leaf;
        }
    }
}
