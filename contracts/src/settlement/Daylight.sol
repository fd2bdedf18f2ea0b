// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Decision} from "../Decision.sol";
import {EnergyMarket} from "../EnergyMarket.sol";
import {GridSupervision} from "../GridSupervision.sol";
import {SealedMarket} from "../market/SealedMarket.sol";
import {TradeBook} from "../market/TradeBook.sol";
import {TradeKind} from "../market/TradeKind.sol";
import {MarketPart} from "../MarketPart.sol";
import {MarketRules} from "../MarketRules.sol";
import {Registry} from "../Registry.sol";
import {SettlementMath} from "../SettlementMath.sol";
import {NetSettlement} from "./NetSettlement.sol";
import {BYTES_PER_POSITION} from "./Positions.sol";

/// @title The answer to an objection: a batch opened trade by trade, and its nets computed by the contract
/// @notice Who holds the details shows, in chunks: the verdicts of each side (against their digest), then the trades (against
///         the root) with the signatures of both owners, then the nets that follow. A trade that its owners did not sign, that
///         lies outside the corridor, or that a side did not let through counts for nothing; a fee beyond the cap is cut to it.
///         Everybody opens in a session of its own: nobody can spoil another's.
contract Daylight is MarketPart {
    /// @notice One decision of a round of verdicts.
    struct Entry {
        uint16 index;
        uint8 decision;
        uint16 reasonCode;
        uint40 energyWh;
        int40 feeMicroEur;
        bytes32 evidence;
    }

    /// @notice One trade of the batch, in order.
    struct Detail {
        TradeBook.OpenTrade trade;
        uint8 attribute;
        uint128 salt;
        /// Empty where the owner is the submitter of the batch.
        bytes sellerSignature;
        bytes buyerSignature;
    }

    struct Session {
        bytes32 root;
        uint16 opened;
        /// Number of sums touched.
        uint32 positions;
        /// By side: chain over the rounds, chain inside the round that is being opened, sum of fees.
        bytes32[2] digest;
        bytes32[2] round;
        int256[2] feesMicroEur;
    }

    /// @dev One slot.
    struct Shown {
        uint64 energyWh;
        int64 feeMicroEur;
    }

    /// @dev One slot: what a participant traded at a point.
    struct Sum {
        int128 amountMicroEur;
        int64 netWh;
        bool touched;
    }

    /// @dev What the trades of a batch share.
    struct Case {
        uint256 batchId;
        bytes32 session;
        TradeBook.Batch batch;
        MarketRules.Tariff tariff;
        uint64 sequence;
        bool twoSided;
    }

    event TradesOpened(uint256 indexed batchId, address indexed openedBy, uint256 opened, uint256 count);

    error NotObjected(uint256 batchId);
    error SideUnknown(uint256 batchId, uint256 side);
    error TradesBegun(uint256 batchId);
    error VerdictsNotShown(uint256 batchId, uint256 side);
    error TooManyTrades(uint256 batchId, uint256 count);
    error NotTheTrades(uint256 batchId);
    error NotTheNets(uint256 batchId, uint32 pointNumber, uint32 participantNumber);

    EnergyMarket public immutable market;
    GridSupervision public immutable supervision;
    NetSettlement public immutable settlement;

    mapping(bytes32 session => Session) private _sessions;
    mapping(bytes32 session => mapping(uint256 place => Shown)) private _shown;
    /// @dev A leg is the number of a point, then that of a participant in 32 bits.
    mapping(bytes32 session => mapping(uint256 leg => Sum)) private _sums;

    constructor(
        GridSupervision supervision_,
        NetSettlement settlement_
    ) MarketPart(supervision_.registry(), supervision_.rules()) {
        supervision = supervision_;
        market = supervision_.market();
        settlement = settlement_;
    }

    function sessionOf(uint256 batchId, address opener) external view returns (Session memory) {
        return _sessions[_session(batchId, opener)];
    }

    /// @notice Shows verdicts of a side, in the order they were given.
    /// @param side      0 the seller's area (or the only one), 1 the buyer's
    /// @param endsRound whether the last entry ends a round
    /// @dev Reverts NotObjected, SideUnknown, TradesBegun.
    function showVerdicts(uint256 batchId, uint256 side, Entry[] calldata entries, bool endsRound) external {
        _requireObjected(batchId);
        if (side > 1) revert SideUnknown(batchId, side);
        bytes32 key = _session(batchId, msg.sender);
        Session storage session = _sessions[key];
        if (session.opened > 0) revert TradesBegun(batchId);
        bytes32 round = session.round[side];
        for (uint256 i; i < entries.length; ++i) {
            Entry calldata entry = entries[i];
            round = keccak256(
                abi.encode(
                    round,
                    supervision.entryHash(
                        entry.index, entry.decision, entry.reasonCode, entry.energyWh, entry.feeMicroEur, entry.evidence
                    )
                )
            );
            // What was said in the open is what counts: a sealed verdict that says otherwise is none.
            bool settles = entry.decision != 0 && entry.decision <= Decision.REDUCED
                && entry.decision == supervision.decisionOf(batchId, entry.index, side);
            if (settles) _shown[key][(side << 16) | entry.index] = Shown(entry.energyWh, entry.feeMicroEur);
        }
        if (endsRound) {
            session.digest[side] = keccak256(abi.encode(session.digest[side], round));
            round = 0;
        }
        session.round[side] = round;
    }

    /// @notice Shows the next trades of the batch.
    /// @dev Reverts NotObjected, VerdictsNotShown, TooManyTrades.
    function showTrades(uint256 batchId, Detail[] calldata details) external {
        _requireObjected(batchId);
        Case memory case_ = _caseOf(batchId);
        Session storage session = _sessions[case_.session];
        _requireVerdictsShown(case_, session);
        bytes32 root = session.root;
        uint256 index = session.opened;
        if (index + details.length > case_.batch.count) revert TooManyTrades(batchId, index + details.length);
        for (uint256 i; i < details.length; ++i) {
            bytes32 leaf = market.leafOf(details[i].trade, details[i].attribute, details[i].salt);
            root = keccak256(abi.encode(root, leaf));
            if (_isAgreed(case_, details[i])) _count(case_, session, index, details[i].trade);
            ++index;
        }
        (session.root, session.opened) = (root, uint16(index));
        emit TradesOpened(batchId, msg.sender, index, case_.batch.count);
    }

    /// @notice Ends the objection with the nets that the opened trades give.
    /// @param posted the nets objected to, to the byte
    /// @dev Reverts NotObjected, NotTheTrades, NotTheNets, and from NetSettlement NetsDiffer.
    function finish(NetSettlement.Nets calldata posted, NetSettlement.Nets calldata correct) external {
        uint256 batchId = posted.batchId;
        _requireObjected(batchId);
        bytes32 key = _session(batchId, msg.sender);
        Session storage session = _sessions[key];
        TradeBook.Batch memory batch = market.batch(batchId);
        if (session.opened != batch.count || session.root != batch.root) revert NotTheTrades(batchId);
        if (
            correct.batchId != batchId || correct.sellerSideFeeMicroEur != session.feesMicroEur[0]
                || correct.buyerSideFeeMicroEur != session.feesMicroEur[1]
        ) revert NotTheNets(batchId, 0, 0);
        _requirePositions(key, correct, session.positions);
        settlement.correct(posted, correct);
    }

    function _count(
        Case memory case_,
        Session storage session,
        uint256 index,
        TradeBook.OpenTrade calldata trade
    ) private {
        Shown memory seller = _let(case_, index, 0, trade.energyWh);
        Shown memory buyer = case_.twoSided ? _let(case_, index, 1, trade.energyWh) : Shown(seller.energyWh, 0);
        uint64 energyWh = seller.energyWh < buyer.energyWh ? seller.energyWh : buyer.energyWh;
        if (energyWh == 0) return;
        int256 sellerFee = _feeFor(seller, energyWh);
        int256 buyerFee = _feeFor(buyer, energyWh);
        session.feesMicroEur[0] += sellerFee;
        session.feesMicroEur[1] += buyerFee;
        int256 amount = SettlementMath.amountMicroEur(energyWh, trade.priceMicroEurPerKwh);
        _addLeg(case_.session, session, trade.sellerConnection, amount, int256(uint256(energyWh)));
        _addLeg(case_.session, session, trade.buyerConnection, -amount - sellerFee - buyerFee, -int256(uint256(energyWh)));
    }

    /// @dev What a side lets through: never more than was asked, its fee never beyond the cap.
    function _let(
        Case memory case_,
        uint256 index,
        uint256 side,
        uint64 askedWh
    ) private view returns (Shown memory shown) {
        shown = _shown[case_.session][(side << 16) | index];
        if (shown.energyWh > askedWh) shown.energyWh = askedWh;
        int256 cap = SettlementMath.amountMicroEur(shown.energyWh, case_.tariff.feeCapMicroEurPerKwh);
        if (cap > type(int64).max) cap = type(int64).max;
        if (shown.feeMicroEur > cap) shown.feeMicroEur = int64(cap);
        if (shown.feeMicroEur < -cap) shown.feeMicroEur = int64(-cap);
    }

    /// @dev Where the other side lets less through, the fee goes down with the energy, toward zero.
    function _feeFor(Shown memory side, uint64 energyWh) private pure returns (int256) {
        if (energyWh == side.energyWh) return side.feeMicroEur;
        return (int256(side.feeMicroEur) * int256(uint256(energyWh))) / int256(uint256(side.energyWh));
    }

    function _addLeg(
        bytes32 key,
        Session storage session,
        uint32 connectionNumber,
        int256 amountMicroEur,
        int256 netWh
    ) private {
        Registry.Connection memory connection = registry.connectionAt(connectionNumber);
        Sum storage sum = _sums[key][(uint256(connection.pointNumber) << 32) | connection.ownerNumber];
        if (!sum.touched) ++session.positions;
        // 1,024 products of two 64-bit numbers stay within 128 bits once divided by 1000; 1,024 energies of verdicts within 50.
        (sum.amountMicroEur, sum.netWh, sum.touched) =
            (int128(sum.amountMicroEur + amountMicroEur), int64(sum.netWh + netWh), true);
    }

    function _isAgreed(Case memory case_, Detail calldata detail) private view returns (bool) {
        Registry.Connection memory seller = registry.connectionAt(detail.trade.sellerConnection);
        Registry.Connection memory buyer = registry.connectionAt(detail.trade.buyerConnection);
        uint8 kind = case_.batch.kind;
        // The market itself made these of what was signed there.
        if (kind == TradeKind.POOL || kind == TradeKind.AUCTION) return true;
        uint64 price = detail.trade.priceMicroEurPerKwh;
        uint64 floor = kind == TradeKind.COMMUNITY ? 0 : case_.tariff.feedInMicroEurPerKwh;
        if (price < floor || price > case_.tariff.retailMicroEurPerKwh) return false;
        if (seller.area != case_.batch.sellerArea || buyer.area != case_.batch.buyerArea) return false;
        if (seller.point == buyer.point) return false;
        bool sellerAgreed = seller.owner == case_.batch.submitter;
        bool buyerAgreed = buyer.owner == case_.batch.submitter;
        if (sellerAgreed && buyerAgreed) return true;
        bytes32 digest = market.tradeDigest(
            SealedMarket.TradeTerms({
                sellerPoint: seller.point,
                buyerPoint: buyer.point,
                interval: case_.batch.interval,
                energyWh: detail.trade.energyWh,
                priceMicroEurPerKwh: price,
                attribute: detail.attribute,
                kind: kind,
                broker: case_.batch.submitter,
                sequence: case_.sequence,
                salt: detail.salt
            })
        );
        return (sellerAgreed || _signed(digest, detail.sellerSignature, seller.owner))
            && (buyerAgreed || _signed(digest, detail.buyerSignature, buyer.owner));
    }

    function _signed(bytes32 digest, bytes calldata signature, address signer) private pure returns (bool) {
        (address recovered, ECDSA.RecoverError problem,) = ECDSA.tryRecoverCalldata(digest, signature);
        return problem == ECDSA.RecoverError.NoError && recovered == signer;
    }

    function _requirePositions(bytes32 key, NetSettlement.Nets calldata nets, uint256 touched) private view {
        if (nets.positions.length != touched * BYTES_PER_POSITION) revert NotTheNets(nets.batchId, 0, 0);
        for (uint256 offset; offset < nets.positions.length; offset += BYTES_PER_POSITION) {
            uint168 position = uint168(bytes21(nets.positions[offset:]));
            Sum memory sum = _sums[key][position >> 104];
            if (
                !sum.touched || sum.netWh != int40(uint40(position >> 64)) || sum.amountMicroEur != int64(uint64(position))
            ) revert NotTheNets(nets.batchId, uint32(position >> 136), uint32(position >> 104));
        }
    }

    function _requireVerdictsShown(Case memory case_, Session storage session) private view {
        for (uint256 side; side < (case_.twoSided ? 2 : 1); ++side) {
            if (session.round[side] != 0 || session.digest[side] != supervision.digestOf(case_.batchId, side)) {
                revert VerdictsNotShown(case_.batchId, side);
            }
        }
    }

    function _requireObjected(uint256 batchId) private view {
        if (settlement.settledOf(batchId).state != NetSettlement.State.OBJECTED) revert NotObjected(batchId);
    }

    function _caseOf(uint256 batchId) private view returns (Case memory case_) {
        case_.batchId = batchId;
        case_.session = _session(batchId, msg.sender);
        case_.batch = market.batch(batchId);
        case_.tariff = rules.tariffAt(case_.batch.interval);
        case_.sequence = market.sequenceOf(batchId);
        case_.twoSided = case_.batch.sellerArea != case_.batch.buyerArea;
    }

    function _session(uint256 batchId, address opener) private pure returns (bytes32) {
        return keccak256(abi.encode(batchId, opener));
    }
}
