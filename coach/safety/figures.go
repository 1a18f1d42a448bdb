package safety

import "strings"

// figuresOfSpeech are phrases of the gym, the office and the street whose words
// mean nothing here: one a line, in the language of patterns. Rules do not see
// their words, unless a concept names the same phrase whole.
const figuresOfSpeech = `
dead lift|dead lifts|dead hang|dead hangs|dead bug|dead bugs|dead legs|dead tired
dead serious|dead code|dead set|dead end|dead stop|dead weight|dead sea|drop dead gorgeous
chest press|chest strap|chest straps|chest supported|chest fly|chest flies|chest flyes
chest dip|chest dips|chest opener|chest openers|chest pass|chest height|chest hair
chest machine|chest exercise|chest exercises|chest routine|chest freezer|chest to bar
chest to deck|chest up cue|keep chest up|keep my chest up|keep your chest up|keep the chest up|chest up in|chest up when|chest out and|chest out when|chest freezer|treasure chest|off my chest|chest day|chest days
chest workout|chest workouts|chest session|chest circumference|chest size|chest growth
chest gains|chest pump|chest and tris|chest and triceps|chest and back|chest and shoulders
upper chest growth|chest muscles|chest muscle|bar touches chest|chest volume|chest training
heart strap|bar path over the chest|chest bump|chest hurts so good
heart rate strap|heart rate monitor|heart rate zone|heart rate zones|heart of the|heart broken
heartbroken|by heart|heart sank|ran my heart out|run my heart out|running my heart out|cry my heart out|sing my heart out|heart out there|heart out for|hearts out|heart wasnt in it|heart isnt in it
heart health|heart healthy|change of heart|heart to heart|heart warming|my heart set|put my heart into|heart into it
heart attack hill|heartbreak hill|heavy heart|heart throb|break my heart|breaks my heart
broke my heart|took heart
stroke rate|stroke count|stroke counts|stroke drill|stroke drills|2 stroke|4 stroke
stroke width|stroke of luck|stroke of genius|brush stroke|stroke length|stroke technique
key stroke|back stroke|breast stroke|stroke per minute|strokes per minute|stroke play
blood flow|blood sweat|blood test|blood tests|blood work|blood panel|blood sugar|blood blister
blood blisters|blood donation|gave blood|give blood|giving blood|donate blood|donated blood
blood type|blood orange|blood oxygen|bloody good|bloody hell|bloody great|bloody hard
bloody love|bloody awful|bloody brilliant|bloody mary|in cold blood|blood lactate|blood doping
bleeding edge|bleeding heart|bloody hate
stop the bleeding on|nose bleed|bad blood|bloody tired|bloody heavy
swollen ego|pain in the neck|pain in the ass|pain in the arse|pain in the butt|pain in the neck to|pain cave|pain points
pain point|no pain no gain|pain is weakness|pain is temporary|embrace the pain|pain au chocolat
would it hurt if|would it hurt to|wouldnt hurt to|would not hurt to|doesnt hurt to|does it hurt to|hurt to try|hurt to ask
painkiller|painfully slow|growing pains|pain train|worth the pain
knock on wood|head cold|heads up|head start|head unit|head down|head over|head to|over my head
clear my head|head coach|head wind|head count|heading
muscle confusion|confused about|confused by|confused on|confused whether|confused which
confused as to|confused why|confused over|confused how|confused with|confused what|confused if
confused when|confused where|im confused which|im confused what
tight schedule|tight budget|tight deadline|tight on time|tight race|pressure cooker
peer pressure|under pressure|tyre pressure|tire pressure|shoulder pressing
pressure on the release|pressure on the team|time pressure|work pressure|compression
warm up|warm ups|warmed up|warming up|warm down|hot yoga|hot tub|hot shower|red light|red flag
red bull|red meat|red wine|red zone|red hot|red line
dark chocolate|in the dark|dark roast|dark mornings|dark morning|dark evenings|dark mode
gets dark|getting dark|before dark|after dark|its dark|too dark|dark beer|dark out|dark outside
pop squat|pop squats|pop up|pop ups|pop in to|pop in for|pop in at|pop music|popped in to|popped in for|popped in at|popped into|popped a gel
pop tart|pop tarts|pop quiz|pop out to|popped out to|popped out for|pop drill|snap city
snapped my streak|snap shot|cold snap|snap out of
staggered sets|staggered stance|staggering jump|staggered start
going out of my mind|kill the process|dying to try|dying to know|dying of boredom|die hard
do or die|to die for|die inside|never say die
period of training|period of rest|period of time|period of good|period of bad|trial period
base period|training period|rest period|rest periods|off period|building period|notice period
grace period|period tracker|time period|long period|short period|in season period
recovery period|that period|this period of|transition period|holiday period|period drama
cooling period|window period|eating period|prep period|period of form
saturday night fever|cabin fever|hay fever|gold fever|race fever|fever dream|spring fever
fever pitch|marathon fever
fit for|get fit|fit in|fits in|keep fit|fit bit|fit file|good fit|fit it|fit enough|best fit
fit of rage|cross fit|stay fit|hissy fit|fit everything|being fit|fit person|fit people|fit both
cut my run|cut me some slack|cut myself some slack|cut myself shaving|cut myself off
cut myself short|cutting myself off|cutting myself some slack|cutting myself short
cutting myself a break
shoot myself in the foot|shooting myself in the foot|kicking myself|beat myself up
beating myself up
pregnant pause|labour intensive|labor intensive|labor day|labour day|expecting to
expecting a pr|expecting a pb|baby weights|baby steps|baby squats
beta release|beta test|beta testing|beta version|beta alanine|beta testers|in beta
surgery on the codebase|brain surgery|rocket surgery|operation failed|operation on closed
operation hours|smooth operation|atomic operation|operation timed|the operation
panic attack of|heart attack when i saw|heart attack when we saw|heart attack inducing
heart attack on a plate|nearly had a heart attack|almost had a heart attack
gave me a heart attack|give me a heart attack|giving me a heart attack
stopped sweating the|dont sweat|no sweat|sweat it|sweat the small
seeing stars the|all stars|5 stars|4 stars|3 stars
lost vision of|lost sight of|tunnel vision on|vision board|vision for|computer vision
vision of the
double scoop of ice|faint praise|faint hearted|faint of heart|faint smell|faint signal
faint line|faint memory|faint idea|faint hope
collapse the|collapsed the|collapses the|collapsing the|collapse inward|collapse inwards
collapses inward|collapse in on|collapsible
black out dates|black out the|blacked out the|blackout dates|blackout on|blackout curtains
blackout blinds|blackout period|passed out the|passed out flyers|passing out flyers
pass out flyers|pass out the|passing out medals|pass out water|passing out water|passed out water|passing out the
fainted at the price|fainted at the cost|fainted at the bill|faint at the price
faint at the cost|fainted when i saw the|faint when i saw the
floor press|floor work|hit the floor for|dance floor|shop floor
legs eleven|jelly legs|arms race|arms length|up in arms|cold feet|back foot|best foot
foot locker
lights out at|passed out handouts|passing out handouts|pass out handouts|handouts|makes me want to die|make me want to die|making me want to die
made me want to die|end it with|end it there|end it here|end it early|end it on|end it at
end it by|ending it with|ending it there|ending it here|ending it early|ending it on
ending it at|ending it by|end it all with|end it after
leg it|pulling my leg|break a leg|on its last legs|has legs
death march|leg day of death|kiss of death
burn fat|burn off fat|fat burning|burn calories|burned out|burnt out|burning question|burn rate
burn down|burndown
od on burpees|overdose of carbs|overdose on carbs|overdosed on carbs|overdose of burpees
overdosed on burpees|overdose on burpees
suicide sprints|suicide sprint|suicide runs|suicide drill|suicide drills|suicide grip
suicide squad|suicide pace|suicide mission|suicide prevention|suicide awareness
political suicide|career suicide|social suicide|suicide hill|suicide burpees
jump off the line|jump off the start|jump off the page|jump off the couch|jump off the box
jump off point|jumping off point|jump the shark|bridge pose|glute bridge
glute bridges|single leg bridge|bridge the gap|bridge hold|bridge loan
train jumped|train of thought|gravy train|hype train|train tracks|in front of the mirror
in front of the camera|in front of the tv
numb butt|mind numbing|comfortably numb|numbers
water weight|water cooler|drinking water tips
purge the|purged the|purge old|purged old|purging the|purging old|purge cache|cache purge
binge watch|binge watching|binge watched|binge read|binge reading|binge listening|netflix binge
binge listen
starving after|starving rn|starving all day|starving lol|absolutely starving|im starving
cold turkey|turkey trot
chest of drawers|heart attack grill|anorexic looking|period of big|pregnant with ideas|transplant my treadmill
rumor has it|vertigo climbing gym|black out bingo|lights out training|lights out run|collapsed folding
unconscious habit|unconscious bias|dislocated from the group|limp lettuce|stress fracture of my budget
allergic reaction to mondays|allergic reaction to work|hobbling along nicely
heart and soul|hearts and souls|blacked out windows|light headed into|double vision board|vision boards|dizzy heights
went blind into|going in blind|go in blind|flying blind|fainting goat|fainting goats|blackout workout|blackout workouts|blackout party|passed out medals|passed out gels|passed out cups|passed out bibs|passed out bananas
back pain free|walls closing in|walls are closing in|vein pops out|veins pop out|vein pops|veins pop|vein pop|veins popping|vein popping|running late|attack the hill|attack the hills
`

func splitLines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
}

// covered marks the words that belong to a figure of speech.
func (g *grammar) covered(words []word) []bool {
	covered := make([]bool, len(words))
	for _, h := range g.scan(words, nil) {
		for i := h.at.from; i < h.at.to; i++ {
			covered[i] = true
		}
	}
	return covered
}
