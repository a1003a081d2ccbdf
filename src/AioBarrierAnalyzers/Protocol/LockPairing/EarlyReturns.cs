using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Finds the returns that go around the try whose finally gives a claim back, between it and where the claim is taken. One that a mere flag of the object
/// decides, or a cancellation, may keep the claim on purpose: there is nothing more to be done then.
/// </summary>
internal sealed class EarlyReturns
{
    private readonly KnownMembers _known;

    public EarlyReturns(KnownMembers known) => _known = known;

    /// <summary>The first such return; null where there is none, or the claim is also given back elsewhere than in a finally behind it.</summary>
    public IOperation? Find(IOperation body, IOperation takenBy, IReadOnlyCollection<IOperation> givenBackBy)
    {
        List<TryStatementSyntax?> guarded = givenBackBy.Select(g => TryOf(g.Syntax)).Distinct().ToList();
        if (guarded.Count != 1 || guarded[0] is not { } @try || @try.SpanStart < takenBy.Syntax.Span.End)
            return null;
        foreach (IConditionalOperation branch in body.Descendants().OfType<IConditionalOperation>())
        {
            if (branch.Syntax.SpanStart >= takenBy.Syntax.Span.End && branch.Syntax.Span.End <= @try.SpanStart && branch.WhenFalse is null &&
                branch.Syntax.Parent == @try.Parent && ReturnIn(branch.WhenTrue) is { } early && !IsMeant(branch.Condition, body))
            {
                return early;
            }
        }

        return null;
    }

    /// <summary>The try whose finally a place is in.</summary>
    private static TryStatementSyntax? TryOf(SyntaxNode place) => place.FirstAncestorOrSelf<FinallyClauseSyntax>()?.Parent as TryStatementSyntax;

    private static IOperation? ReturnIn(IOperation statement) => statement switch
    {
        IReturnOperation => statement,
        IBlockOperation { Operations: { Length: > 0 } statements } => ReturnIn(statements[statements.Length - 1]),
        _ => null,
    };

    private bool IsMeant(IOperation? condition, IOperation body) => condition switch
    {
        IParenthesizedOperation parenthesized => IsMeant(parenthesized.Operand, body),
        IConversionOperation conversion => IsMeant(conversion.Operand, body),
        IUnaryOperation not => IsMeant(not.Operand, body),
        IBinaryOperation binary => IsMeant(binary.LeftOperand, body) || IsMeant(binary.RightOperand, body),
        IIsPatternOperation pattern => IsMeant(pattern.Value, body),
        ILocalReferenceOperation local => IsMeant(InitialOf(local.Local, body), body),
        IFieldReferenceOperation => true,
        IPropertyReferenceOperation property => property.Instance is null or IInstanceReferenceOperation ||
            LibraryTypes.CancellationToken.Contains(property.Property.ContainingType),
        IInvocationOperation call => call.Instance is IInstanceReferenceOperation ||
            (_known.TryGetEffect(call.TargetMethod, out MemberEffect effect) && effect.Is(MemberTraits.Variable)),
        _ => false,
    };

    /// <summary>What a variable is declared with.</summary>
    private static IOperation? InitialOf(ILocalSymbol local, IOperation body) => body.Descendants().OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local))?.Initializer?.Value;
}
