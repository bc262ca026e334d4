using System.Text.Json.Serialization;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Cards;

/// <summary>Cards, forms and references as they are kept in rows.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(InvokeResponse.Invalid))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(Dictionary<string, string>))]
public sealed partial class CardJson : JsonSerializerContext;
