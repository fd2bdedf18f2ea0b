// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MarketRules} from "../MarketRules.sol";
import {Roles} from "../Roles.sol";
import {TradeBook} from "./TradeBook.sol";

/// @title Trades agreed between two parties, signed off chain by both, submitted in batches by anyone who takes part
abstract contract BilateralMarket is TradeBook, EIP712 {
    /// @notice What both owners sign (EIP-712, domain "Interlock EnergyMarket" version "1").
    struct TradeTerms {
        bytes32 sellerPoint;
        bytes32 buyerPoint;
        uint64 interval;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
        /// Each number once per seller point. Counting up by one is cheapest.
        uint64 nonce;
    }

    /// @dev What the trades of a batch share.
    struct Batch {
        uint64 interval;
        uint8 kind;
        MarketRules.Tariff tariff;
    }

    error NotParticipant(address account);
    error KindInvalid(uint8 kind);
    error SellerSignatureInvalid(uint256 index);
    error BuyerSignatureInvalid(uint256 index);
    error NonceUsed(bytes32 sellerPoint, uint64 nonce);

    bytes32 public constant TRADE_TERMS_TYPEHASH = keccak256(
        "TradeTerms(bytes32 sellerPoint,bytes32 buyerPoint,uint64 interval,uint64 energyWh,uint64 priceMicroEurPerKwh,uint64 nonce)"
    );

    /// @dev 256 numbers a slot. Kept by point, not by owner: a new owner must not be able to replay terms that a buyer
    ///      signed with the old one.
    mapping(bytes32 sellerPoint => mapping(uint256 word => uint256 bits)) private _noncesUsed;

    constructor() EIP712("Interlock EnergyMarket", "1") {}

    /// @notice Records trades that both sides agreed to. All or nothing.
    /// @param sellerSignatures empty where the submitter is the seller, or where seller and buyer are one and the buyer signed
    /// @param buyerSignatures  alike
    /// @param kind 0 bilateral; 3 inside a community, submitted by its manager
    /// @return firstTradeId id of the first trade, the others follow by one
    /// @dev Reverts GateClosed, IntervalInvalid, SellerSignatureInvalid, BuyerSignatureInvalid, NonceUsed, PriceOutsideCorridor,
    ///      EnergyZero, SamePoint, KindInvalid, NotParticipant, RoleMissing, and from the Registry PointNotConnected, Suspended, Paused.
    function proposeTrades(
        TradeTerms[] calldata terms,
        bytes[] calldata sellerSignatures,
        bytes[] calldata buyerSignatures,
        uint8 kind
    ) external whenOpen returns (uint256 firstTradeId) {
        if (terms.length != sellerSignatures.length || terms.length != buyerSignatures.length) revert LengthsDiffer();
        _requireMayPropose(kind);
        firstTradeId = tradeCount + 1;
        tradeCount += terms.length;
        Batch memory batch;
        batch.kind = kind;
        for (uint256 i; i < terms.length; ++i) {
            _lookUp(batch, terms[i].interval);
            _propose(firstTradeId + i, i, batch, terms[i], sellerSignatures[i], buyerSignatures[i]);
        }
    }

    /// @notice True when the number was used by terms of this seller point.
    function nonceUsed(bytes32 sellerPoint, uint64 nonce) external view returns (bool) {
        return _noncesUsed[sellerPoint][nonce >> 8] & (1 << (nonce & 0xff)) != 0;
    }

    /// @notice The digest both owners sign.
    function tradeDigest(TradeTerms calldata terms) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    TRADE_TERMS_TYPEHASH,
                    terms.sellerPoint,
                    terms.buyerPoint,
                    terms.interval,
                    terms.energyWh,
                    terms.priceMicroEurPerKwh,
                    terms.nonce
                )
            )
        );
    }

    /// @dev A batch is usually for one interval: its gate and tariff are looked up once. Intervals are never 0.
    function _lookUp(Batch memory batch, uint64 interval) private view {
        if (interval == batch.interval && interval != 0) return;
        _requireBeforeGate(interval);
        batch.interval = interval;
        batch.tariff = rules.tariffAt(interval);
    }

    function _propose(
        uint256 tradeId,
        uint256 index,
        Batch memory batch,
        TradeTerms calldata term,
        bytes calldata sellerSignature,
        bytes calldata buyerSignature
    ) private {
        _requireCorridor(batch.tariff, term.priceMicroEurPerKwh, batch.kind);
        _useNonce(term.sellerPoint, term.nonce);
        Leg memory seller = _leg(term.sellerPoint);
        Leg memory buyer = _leg(term.buyerPoint);
        _requireAgreed(index, term, seller.owner, buyer.owner, sellerSignature, buyerSignature);
        _record(tradeId, seller, buyer, term.interval, term.energyWh, term.priceMicroEurPerKwh, batch.kind);
    }

    function _requireMayPropose(uint8 kind) private view {
        if (kind == KIND_COMMUNITY) {
            if (!registry.holds(msg.sender, Roles.COMMUNITY)) revert RoleMissing(msg.sender, Roles.COMMUNITY);
        } else if (kind == KIND_BILATERAL) {
            if (!registry.active(msg.sender)) revert NotParticipant(msg.sender);
        } else {
            revert KindInvalid(kind);
        }
    }

    function _useNonce(bytes32 sellerPoint, uint64 nonce) private {
        uint256 bit = 1 << (nonce & 0xff);
        uint256 bits = _noncesUsed[sellerPoint][nonce >> 8];
        if (bits & bit != 0) revert NonceUsed(sellerPoint, nonce);
        _noncesUsed[sellerPoint][nonce >> 8] = bits | bit;
    }

    function _requireAgreed(
        uint256 index,
        TradeTerms calldata terms,
        address seller,
        address buyer,
        bytes calldata sellerSignature,
        bytes calldata buyerSignature
    ) private view {
        bool sellerAgreed = msg.sender == seller;
        bool buyerAgreed = msg.sender == buyer;
        if (sellerAgreed && buyerAgreed) return;
        bytes32 digest = tradeDigest(terms);
        if (sellerSignature.length != 0) {
            if (!_signed(digest, sellerSignature, seller)) revert SellerSignatureInvalid(index);
            sellerAgreed = true;
        }
        if (buyerSignature.length != 0) {
            if (!_signed(digest, buyerSignature, buyer)) revert BuyerSignatureInvalid(index);
            buyerAgreed = true;
        }
        if (seller == buyer && (sellerAgreed || buyerAgreed)) return;
        if (!sellerAgreed) revert SellerSignatureInvalid(index);
        if (!buyerAgreed) revert BuyerSignatureInvalid(index);
    }

    function _signed(bytes32 digest, bytes calldata signature, address signer) private pure returns (bool) {
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(digest, signature);
        return problem == ECDSA.RecoverError.NoError && recovered == signer;
    }
}
