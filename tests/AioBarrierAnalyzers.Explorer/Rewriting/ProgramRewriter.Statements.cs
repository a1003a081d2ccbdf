using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>Locks, loops, catch clauses, and local variables that are references or may be loaded late.</summary>
internal sealed partial class ProgramRewriter
{
    public override SyntaxNode? VisitLockStatement(LockStatementSyntax node)
    {
        var key = Variable("l");
        var body = Visit(node.Statement)!.ToFullString();
        return Statement(
            $"{{ var {key} = {Text(node.Expression)}; {Names.Runtime}SimulatedMonitor.Enter({SiteText(node.Expression)}, {key}); "
            + $"try {{ {body} }} finally {{ if ({Names.Threads}.MayCatch()) {Names.Runtime}SimulatedMonitor.Exit({SiteText(node.Expression)}, {key}); }} }}",
            node);
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        node.WithCondition((ExpressionSyntax)Visit(node.Condition)!).WithStatement(LoopBody(node.Statement));

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        node.WithCondition((ExpressionSyntax)Visit(node.Condition)!).WithStatement(LoopBody(node.Statement));

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var declaration = node.Declaration is null ? null : (VariableDeclarationSyntax)Visit(node.Declaration)!;
        return node
            .WithDeclaration(declaration)
            .WithInitializers(VisitList(node.Initializers))
            .WithCondition((ExpressionSyntax?)Visit(node.Condition))
            .WithIncrementors(VisitList(node.Incrementors))
            .WithStatement(LoopBody(node.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        if (node.Type is RefTypeSyntax) throw SiteTable.Refuse("a foreach over references", node);

        var type = TypeOf(node.Expression);
        var source = Text(node.Expression);
        if (type is IArrayTypeSymbol { Rank: 1 })
        {
            source = $"{Names.Memory}.Each({SiteText(node.Expression)}, {source})";
        }
        else if (type is not null && !IsInSource(type))
        {
            if (LibraryTable.ModelOf(type) is { } model) source = $"{Names.Runtime}{model.Name}.ToArray({SiteText(node.Expression)}, {source})";
            else if (LibraryTable.IsCollection(type)) source = $"{Names.Collections}.Reads({SiteText(node.Expression)}, {source})";
        }

        return node.WithExpression(Expression(source, node.Expression)).WithStatement(LoopBody(node.Statement));
    }

    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node) =>
        node.WithStatement(SyntaxFactory.Block(LoopBack(), (StatementSyntax)Visit(node.Statement)!));

    public override SyntaxNode? VisitFixedStatement(FixedStatementSyntax node) => throw SiteTable.Refuse("a pointer into an object", node);

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node)
    {
        var visited = (CatchClauseSyntax)base.VisitCatchClause(node)!;
        var mayCatch = $"{Names.Threads}.MayCatch()";
        var filter = visited.Filter is null ? mayCatch : $"{mayCatch} && ({visited.Filter.FilterExpression.WithoutTrivia().ToFullString()})";
        return visited.WithFilter(SyntaxFactory.CatchFilterClause(
            SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.OpenParenToken),
            SyntaxFactory.ParseExpression(filter, options: _parseOptions),
            SyntaxFactory.Token(SyntaxKind.CloseParenToken)));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        switch (node.Expression)
        {
            case ConditionalAccessExpressionSyntax conditional when TypeOf(conditional.Expression) is { IsReferenceType: true }:
                return ConditionalStatement(conditional);
            case AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } assignment
                when targets.Arguments.All(a => a.Expression is not DeclarationExpressionSyntax):
                return Deconstruction(node, targets, assignment.Right);
            default:
                return base.VisitExpressionStatement(node);
        }
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (node.Declaration.Type is RefTypeSyntax)
        {
            return Statement(
                string.Concat(node.Declaration.Variables.Select(v => $"var {v.Identifier.Text} = {LocOf(v.Initializer!.Value)};")),
                node);
        }

        if (node.Declaration.Variables is [{ Initializer.Value: { } value } variable] && _model.GetDeclaredSymbol(variable) is ILocalSymbol local
            && MayDelay(node, local, value) && PlaceOf(value) is { Kind: PlaceKind.Plain, PointerType: null } place)
        {
            _delayed.Add(local);
            var load = $"{Names.Memory}.LoadDelayed({place.Site}, {place.Owner}, in {place.Storage})";
            return Statement($"{Names.Delayed}<{TypeText(local.Type)}> {variable.Identifier.Text} = {load};", node);
        }

        return base.VisitLocalDeclarationStatement(node);
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var statements = new List<StatementSyntax>();
        (string Delayed, string Target)? late = null;
        foreach (var statement in node.Statements)
        {
            if (late is { } known && statement is ReturnStatementSyntax)
            {
                statements.Add(SyntaxFactory.ParseStatement($"{known.Target} = {known.Delayed}.Value;\n"));
                late = null;
            }

            if (late is null && LateOutParameter(node, statement) is { } found)
            {
                late = found.Late;
                statements.Add(found.Statement);
                continue;
            }

            statements.Add((StatementSyntax)Visit(statement)!);
        }

        return node.WithStatements(SyntaxFactory.List(statements));
    }

    /// <summary>An out parameter that is loaded and not looked at until the method returns: the caller's first look is the first use.</summary>
    private ((string Delayed, string Target) Late, StatementSyntax Statement)? LateOutParameter(BlockSyntax block, StatementSyntax statement)
    {
        if (statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
            || SymbolOf(assignment.Left) is not IParameterSymbol { RefKind: RefKind.Out } parameter
            || block.Statements[^1] is not ReturnStatementSyntax)
        {
            return null;
        }

        var rest = block.Statements.Skip(block.Statements.IndexOf(statement) + 1).ToList();
        if (rest.Count < 2 || rest.SkipLast(1).Any(s => s.DescendantNodes().Any(n => n is ReturnStatementSyntax or ThrowStatementSyntax))
            || rest.Any(s => Mentions(s, parameter)) || !IsDelayable(assignment.Right)
            || PlaceOf(assignment.Right) is not { Kind: PlaceKind.Plain, PointerType: null } place)
        {
            return null;
        }

        var variable = Variable("d");
        return ((variable, parameter.Name), Statement($"var {variable} = {Names.Memory}.LoadDelayed({place.Site}, {place.Owner}, in {place.Storage});", statement));
    }

    /// <summary>Whether a local variable is loaded once, and looked at only later, by the same function.</summary>
    private bool MayDelay(LocalDeclarationStatementSyntax node, ILocalSymbol local, ExpressionSyntax value)
    {
        if (local.IsConst || node.UsingKeyword != default || local.Type.IsRefLikeType || local.Type is IPointerTypeSymbol || local.Type.TypeKind == TypeKind.Dynamic
            || node.Parent is not BlockSyntax block || !IsDelayable(value)
            || !SymbolEqualityComparer.Default.Equals(TypeOf(value), local.Type))
        {
            return false;
        }

        var next = block.Statements.IndexOf(node) + 1;
        if (next >= block.Statements.Count || Mentions(block.Statements[next], local)) return false;

        var function = node.FirstAncestorOrSelf<SyntaxNode>(IsFunction);
        return block.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.Text == local.Name && SymbolEqualityComparer.Default.Equals(SymbolOf(n), local))
            .All(n => n.FirstAncestorOrSelf<SyntaxNode>(IsFunction) == function && IsOnlyRead(n));
    }

    /// <summary>Whether an expression is a load and nothing else.</summary>
    private static bool IsDelayable(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    private static bool IsOnlyRead(IdentifierNameSyntax name)
    {
        SyntaxNode at = name;
        while ((at.Parent is MemberAccessExpressionSyntax access && access.Expression == at)
            || (at.Parent is ElementAccessExpressionSyntax element && element.Expression == at))
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != at,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
            PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text is not ("++" or "--" or "&"),
            PostfixUnaryExpressionSyntax unary => unary.OperatorToken.Text is "!",
            RefExpressionSyntax => false,
            _ => true,
        };
    }

    private bool Mentions(SyntaxNode node, ISymbol symbol) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(n => n.Identifier.Text == symbol.Name && SymbolEqualityComparer.Default.Equals(SymbolOf(n), symbol));

    private StatementSyntax Deconstruction(ExpressionStatementSyntax node, TupleExpressionSyntax targets, ExpressionSyntax right)
    {
        var variables = targets.Arguments.Select(_ => Variable("t")).ToList();
        var stores = targets.Arguments.Zip(variables, (target, variable) =>
            PlaceOf(target.Expression) is { } place ? $"{place.Store(variable)};" : $"{Target(target.Expression).WithoutTrivia().ToFullString()} = {variable};");
        return Statement($"{{ var ({string.Join(", ", variables)}) = {Text(right)}; {string.Concat(stores)} }}", node);
    }

    private BlockSyntax LoopBody(StatementSyntax body) => SyntaxFactory.Block(LoopBack(), (StatementSyntax)Visit(body)!);

    private StatementSyntax LoopBack() => SyntaxFactory.ParseStatement($"{Names.Threads}.LoopBack();\n", options: _parseOptions);
}
